import { createContext, useContext, useSyncExternalStore } from 'react'
import { mayDo } from './roles.ts'
import type { Me, Session, SessionState } from './session.ts'

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No session around this component')
  return session
}

export function useSessionState(): SessionState {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.state)
}

/** Who works here. Everything inside the gate is shown to somebody signed in. */
export function useMe(): Me {
  const state = useSessionState()
  if (state.is !== 'signed-in') throw new Error('Nobody is signed in here')
  return state.me
}

/** Whether the person at work is offered an action (roles.ts). */
export const useMay = (action: string, resource: string): boolean => mayDo(useMe().roles, action, resource)
