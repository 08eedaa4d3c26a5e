import { useMemo } from 'react'
import { Admin, localStorageStore, memoryStore, Resource } from 'react-admin'
import { articleResource } from './articles/index.ts'
import { chantierResource } from './chantiers/index.ts'
import { communeResource } from './communes/index.ts'
import { Dashboard } from './dashboard/index.ts'
import { createDataProvider } from './data/index.ts'
import { createDraftStore, DraftsProvider } from './drafts/index.ts'
import { createApiClient } from './http/index.ts'
import { i18nProvider } from './i18n/index.ts'
import { Messages, OfficeLayout } from './layout/index.ts'
import { AccessDeniedPage, NotFoundPage } from './layout/lost-pages.tsx'
import { operationsResource } from './operations/index.ts'
import { sectionResource } from './sections/index.ts'
import { createAuthProvider, type Session, submitSignOut, useMe } from './session/index.ts'
import { darkTheme, lightTheme, useIsNight } from './theme/index.ts'

/** What the office is made of, for somebody who is signed in. */
export const BackOffice = ({ session }: { session: Session }) => {
  const { subject } = useMe()
  const isNight = useIsNight()
  const authProvider = useMemo(() => createAuthProvider(session, submitSignOut), [session])
  const dataProvider = useMemo(
    () => createDataProvider(createApiClient({ fetch: window.fetch.bind(window), session })),
    [session],
  )
  const drafts = useMemo(() => createDraftStore({ storage: ownStorage(), subject }), [subject])
  const store = useMemo(
    () => (ownStorage() ? localStorageStore('1', `pmq.bureau.${subject}`) : memoryStore()),
    [subject],
  )
  return (
    <DraftsProvider value={drafts}>
      <Admin
        title="Bureau du Pays"
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        store={store}
        dashboard={Dashboard}
        layout={OfficeLayout}
        notification={Messages}
        // One theme at a time: which one is our choice, not react-admin's.
        lightTheme={isNight ? darkTheme : lightTheme}
        darkTheme={null}
        loginPage={false}
        accessDenied={AccessDeniedPage}
        catchAll={NotFoundPage}
        // Nothing is told to anybody outside.
        disableTelemetry
      >
        <Resource {...articleResource} />
        <Resource {...sectionResource} />
        <Resource {...chantierResource} />
        <Resource {...communeResource} />
        <Resource {...operationsResource} />
      </Admin>
    </DraftsProvider>
  )
}

/** Merely reading it throws where a browser forbids it. */
function ownStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
