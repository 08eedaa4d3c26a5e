/** Why a message did not go. `permanent` says whether sending the same one again is useless; `code` is stable. */
export class MailError extends Error {
  override readonly name: string = 'MailError'
  readonly code: string = 'mail.failed'
  readonly permanent: boolean = false
}

/** The message is not one that may be sent: an address that is none, a line break in a header. */
export class InvalidMail extends MailError {
  override readonly name = 'InvalidMail'
  override readonly code = 'mail.invalid'
  override readonly permanent = true
}

/** The mail server will never take this message (5xx): the mailbox does not exist, the content is refused … */
export class MailRefused extends MailError {
  override readonly name = 'MailRefused'
  override readonly code = 'mail.refused'
  override readonly permanent = true
}

/** The mail server does not take this message now (4xx): a full mailbox, greylisting, a rate … */
export class MailDeferred extends MailError {
  override readonly name = 'MailDeferred'
  override readonly code = 'mail.deferred'
}

/** The mail server cannot be reached, or does not let us in. The name is the one that consumers wait for. */
export class MailServerUnavailable extends MailError {
  override readonly name = 'EngineUnavailable'
  override readonly code = 'mail.unavailable'
}

type SmtpFailure = Error & { code?: string; permanent?: boolean; rejectedErrors?: { permanent?: boolean }[] }

/** Wrong credentials are 5xx too, but the message is not at fault: it goes when they are put right. */
const ofTheServer = ['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG']

/** Our own error for what nodemailer threw. */
export function mailErrorOf(thrown: unknown): MailError {
  if (thrown instanceof MailError) return thrown
  const failure = thrown as SmtpFailure
  const options = { cause: thrown }
  if (ofTheServer.includes(failure.code ?? '')) return new MailServerUnavailable(failure.message, options)
  // With several recipients, one that may be taken later makes the whole worth another try.
  const verdicts = failure.rejectedErrors?.map(({ permanent }) => permanent) ?? [failure.permanent]
  if (verdicts.every((permanent) => permanent === true)) return new MailRefused(failure.message, options)
  if (verdicts.some((permanent) => permanent !== undefined)) return new MailDeferred(failure.message, options)
  return new MailServerUnavailable(failure.message, options)
}
