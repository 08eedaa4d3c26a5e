import { type ReactNode, Suspense } from 'react'
import { Loading, useLocation } from 'react-admin'
import { SessionExpiredDialog } from '../session/index.ts'
import { Bar } from './bar.tsx'
import { Menu } from './menu.tsx'
import { PageGuard } from './page-guard.tsx'

/** Bar, menu, page. The dialog of an ended session lies over it all, so that the form under it stays as it is. */
export const OfficeLayout = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation()
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById('contenu')?.focus()}>
        Aller au contenu
      </button>
      <Bar />
      <div className="shell">
        <Menu />
        <main id="contenu" tabIndex={-1}>
          <PageGuard key={pathname}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </PageGuard>
        </main>
      </div>
      <SessionExpiredDialog />
    </>
  )
}
