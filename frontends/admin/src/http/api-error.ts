/** Messages of a form, in the shape of its values: `{ title: '…', indicators: { 0: { label: '…' } } }`. */
export type FieldErrors = { [field: string]: string | FieldErrors }

/** One fault that the service found in what was sent; `path` leads to the field. */
export type Issue = { path: string[]; message: string }

/**
 * What the back office throws when a request did not do what was asked. `message` is a French sentence for the user;
 * `body.errors` is where react-admin looks for the messages of a form.
 */
export class ApiError extends Error {
  /** HTTP status; 0 when nothing answered. */
  readonly status: number
  /** Stable code of the problem (API conventions), or `offline`. */
  readonly code: string
  readonly issues: readonly Issue[]
  readonly body: { errors?: FieldErrors }

  constructor(
    message: string,
    {
      status,
      code,
      issues = [],
      errors,
    }: { status: number; code: string; issues?: readonly Issue[]; errors?: FieldErrors },
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.issues = issues
    this.body = errors === undefined ? {} : { errors }
  }
}

/** Somebody else saved first; `current` is what is stored now. */
export class ConflictError extends ApiError {
  readonly current: unknown

  constructor(message: string, current: unknown) {
    super(message, { status: 412, code: 'version.stale' })
    this.name = 'ConflictError'
    this.current = current
  }
}
