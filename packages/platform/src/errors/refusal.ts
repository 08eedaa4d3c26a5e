/** Why a request is refused; the HTTP kit has one table that turns each kind into a status. */
export type RefusalKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-media-type'
  | 'invalid'
  | 'version-required'
  | 'too-many'
  | 'unavailable'

/** One field that is wrong, in the words of the person who filled it in. */
export type FieldError = { path: string; message: string }

/**
 * An expected "no": a rule of the domain or of the protocol says so. Never logged as an error.
 * `code` is stable and meant for programs; `message` is French and meant for the user.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  /** Added to the problem document as they are. */
  readonly extensions: Record<string, unknown>

  constructor(kind: RefusalKind, code: string, message: string, extensions: Record<string, unknown> = {}) {
    super(message)
    this.kind = kind
    this.code = code
    this.extensions = extensions
  }
}

/** A rule of the domain says no (409). */
export const refused = (code: string, message: string, extensions?: Record<string, unknown>) =>
  new Refusal('conflict', code, message, extensions)

/** What was asked for does not exist, or is not for this person's eyes (404). */
export const missing = (message = 'Cette ressource n’existe pas ou n’existe plus.') =>
  new Refusal('not-found', 'not-found', message)

/** Some fields are wrong (422). */
export const invalid = (errors: FieldError[], message = 'Certains champs sont à corriger.') =>
  new Refusal('invalid', 'request.invalid', message, { errors })

/** Somebody else saved first (412); `current` is what is stored now, so that the loser can compare. */
export const stale = (current: unknown) =>
  new Refusal('stale', 'version.stale', 'Une autre personne a enregistré entre-temps. Comparez avant de continuer.', {
    current,
  })

/** Gives the value back, or refuses with 404. */
export function found<Value>(value: Value | null | undefined, message?: string): Value {
  if (value === null || value === undefined) throw missing(message)
  return value
}
