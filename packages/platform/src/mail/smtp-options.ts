import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool'

const isLoopback = (host: string) => /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)

/**
 * How to connect, out of `SMTP_URL`:
 * - `smtps://…` speaks TLS from the first byte (port 465).
 * - `smtp://…` (port 25, or 587 with a user) upgrades by STARTTLS when the server offers it; with a user and a
 *   password, or `?tls=required`, it must. On this machine's own loopback it does not.
 * Certificates are always checked.
 * @throws Error when the URL is not one of these
 */
export function smtpOptions(smtpUrl: string): SMTPPoolOptions {
  const invalid = (why: string) =>
    new Error(`SMTP_URL ${why}. It is smtp(s)://[USER:PASSWORD@]HOST[:PORT][?tls=required].`)
  if (!URL.canParse(smtpUrl)) throw invalid('is not a URL')
  const { protocol, hostname, port, username, password, searchParams, pathname } = new URL(smtpUrl)
  if (protocol !== 'smtp:' && protocol !== 'smtps:') throw invalid('is neither smtp nor smtps')
  if (hostname === '' || (pathname !== '' && pathname !== '/')) throw invalid('must name a host, and no path')
  const tls = searchParams.get('tls')
  if ((tls !== null && tls !== 'required') || searchParams.size > (tls === null ? 0 : 1)) {
    throw invalid('has a parameter that is not known')
  }
  const host = hostname.replace(/^\[|\]$/g, '')
  const secure = protocol === 'smtps:'
  const hasUser = username !== ''
  const mustUpgrade = !secure && (tls === 'required' || (hasUser && !isLoopback(host)))
  return {
    host,
    port: port === '' ? (secure ? 465 : hasUser ? 587 : 25) : Number(port),
    secure,
    requireTLS: mustUpgrade,
    ignoreTLS: !secure && !mustUpgrade && isLoopback(host),
    ...(hasUser ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  }
}
