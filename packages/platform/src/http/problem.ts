import { IdentityProviderUnavailable, TokenRefused } from '../auth/index.ts'
import { DuplicateValue } from '../documents/index.ts'
import { isOutage, Refusal, type RefusalKind } from '../errors/index.ts'

/** Problem details (RFC 9457) with a stable `code` and a French `detail`. */
export type Problem = {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
  [extension: string]: unknown
}

const table: Record<RefusalKind, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Bad Request' },
  unauthenticated: { status: 401, title: 'Unauthorized' },
  forbidden: { status: 403, title: 'Forbidden' },
  'not-found': { status: 404, title: 'Not Found' },
  conflict: { status: 409, title: 'Conflict' },
  stale: { status: 412, title: 'Precondition Failed' },
  'too-large': { status: 413, title: 'Content Too Large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported Media Type' },
  invalid: { status: 422, title: 'Unprocessable Content' },
  'version-required': { status: 428, title: 'Precondition Required' },
  'too-many': { status: 429, title: 'Too Many Requests' },
  unavailable: { status: 503, title: 'Service Unavailable' },
}

/** The one place where errors become answers. What is not an expected refusal is a 500 without any detail. */
export function problemOf(error: unknown): Problem {
  const refusal = refusalOf(error)
  if (refusal) {
    return {
      type: 'about:blank',
      ...table[refusal.kind],
      code: refusal.code,
      detail: refusal.message,
      ...refusal.extensions,
    }
  }
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'internal',
    detail:
      'Un problème technique empêche de répondre. L’équipe en est avertie\u202f; réessayez dans quelques minutes.',
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof TokenRefused) return new Refusal('unauthenticated', error.code, error.message)
  if (error instanceof DuplicateValue)
    return new Refusal('conflict', 'value.taken', 'Cette valeur est déjà utilisée ailleurs.')
  if (error instanceof IdentityProviderUnavailable) return new Refusal('unavailable', error.code, error.message)
  if (isOutage(error)) {
    return new Refusal(
      'unavailable',
      'unavailable',
      'Le service est momentanément indisponible. Réessayez dans un instant.',
    )
  }
  return undefined
}
