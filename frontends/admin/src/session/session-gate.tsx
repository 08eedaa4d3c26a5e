import { type ReactNode, useEffect } from 'react'
import { NoAccessPage } from './no-access-page.tsx'
import { isStaff } from './roles.ts'
import { useSession, useSessionState } from './session-context.tsx'
import { UnreachablePage } from './unreachable-page.tsx'
import { WelcomePage } from './welcome-page.tsx'

/** Lets staff in; tells everybody else what to do. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const session = useSession()
  const state = useSessionState()
  useEffect(() => {
    void session.load()
  }, [session])
  if (state.is === 'unknown') return null
  if (state.is === 'unreachable') return <UnreachablePage />
  if (state.is === 'signed-out') return <WelcomePage />
  return isStaff(state.me.roles) ? children : <NoAccessPage />
}
