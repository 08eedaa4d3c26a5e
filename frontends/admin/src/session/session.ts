/** Somebody signed in, as the gateway tells it (`GET /auth/me`). */
export type Me = {
  subject: string
  name: string
  username: string
  roles: string[]
  csrf: string
  expiresAt: string
}

export type SessionState =
  | { is: 'unknown' }
  | { is: 'unreachable' }
  | { is: 'signed-out' }
  /** `expired`: the gateway has since refused a request; the page stays as it is until he is signed in again. */
  | { is: 'signed-in'; me: Me; expired: boolean }

export type Session = ReturnType<typeof createSession>

/**
 * The one place that knows who is signed in. It never reloads nor navigates by itself, except when the person changed
 * under our feet (signed in as somebody else in another tab): then everything on the page is somebody else's.
 */
export function createSession({ fetch, restart }: { fetch: typeof globalThis.fetch; restart: () => void }) {
  let state: SessionState = { is: 'unknown' }
  const listeners = new Set<() => void>()

  function become(next: SessionState): void {
    state = next
    for (const listener of listeners) listener()
  }

  async function load(): Promise<void> {
    const before = state
    const found = await askWho(fetch)
    if (before.is !== 'signed-in') return become(found)
    if (found.is === 'signed-out') return become({ ...before, expired: true })
    if (found.is !== 'signed-in') return
    if (found.me.subject !== before.me.subject) return restart()
    become(found)
  }

  return {
    state: (): SessionState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load,
    reload: load,
    expire(): void {
      if (state.is === 'signed-in' && !state.expired) become({ ...state, expired: true })
    },
    csrf: (): string => (state.is === 'signed-in' ? state.me.csrf : ''),
  }
}

async function askWho(fetch: typeof globalThis.fetch): Promise<SessionState> {
  try {
    const response = await fetch('/auth/me', { credentials: 'same-origin', headers: { accept: 'application/json' } })
    if (response.status === 401) return { is: 'signed-out' }
    if (!response.ok) return { is: 'unreachable' }
    const answer = (await response.json()) as { signedIn: false } | ({ signedIn: true } & Me)
    return answer.signedIn ? { is: 'signed-in', me: answer, expired: false } : { is: 'signed-out' }
  } catch {
    return { is: 'unreachable' }
  }
}

/** Where to sign in, and to come back to the screen one was on. */
export const signInAddress = (hash: string): string => `/auth/sign-in?to=${encodeURIComponent(`/admin/${hash}`)}`
