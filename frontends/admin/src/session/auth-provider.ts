import type { AuthProvider } from 'react-admin'
import { mayDo } from './roles.ts'
import type { Session } from './session.ts'

/**
 * What react-admin asks about the person. It never signs anybody out on its own: a session that ended keeps the page and its
 * texts, and a dialog says so (session-expired-dialog).
 */
export function createAuthProvider(session: Session, leave: (csrf: string) => void): AuthProvider {
  const me = () => {
    const state = session.state()
    return state.is === 'signed-in' ? state.me : undefined
  }
  return {
    login: () => Promise.resolve(),
    checkAuth: () => (me() ? Promise.resolve() : Promise.reject(new Error('signed out'))),
    checkError: () => Promise.resolve(),
    getIdentity: async () => ({ id: me()?.subject ?? '', fullName: me()?.name ?? '' }),
    getPermissions: async () => me()?.roles ?? [],
    canAccess: async ({ action, resource }) => mayDo(me()?.roles ?? [], action, resource),
    async logout() {
      const csrf = session.csrf()
      if (!csrf) return
      leave(csrf)
      // The browser is on its way to the identity provider: nothing here may redirect it.
      await new Promise(() => {})
    },
  }
}

/** Signs out by a real form, so that the browser follows the redirect to the identity provider. */
export function submitSignOut(csrf: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/auth/sign-out'
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'csrf'
  field.value = csrf
  form.append(field)
  document.body.append(form)
  form.submit()
}
