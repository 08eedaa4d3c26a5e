/** Directives of a policy, in order. */
type Policy = Map<string, string>

/**
 * What a page may load and do. Pages of the web front bring the hashes of their own scripts and styles; the rest is
 * decided here, the same for all. Inline scripts without a hash never run, whatever the page says.
 * @param own the policy that the page came with
 * @param signInOrigin the provider's: signing out is a form that ends there
 */
export function pagePolicy(own: string | undefined, { signInOrigin, https }: { signInOrigin: string; https: boolean }) {
  const policy = parse(own)
  for (const [name, value] of policy) {
    if (/^script-src/.test(name)) policy.set(name, value.replace(/'unsafe-(?:inline|eval)'/g, '').trim())
  }
  const byDefault = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
  }
  for (const [name, value] of Object.entries(byDefault)) if (!policy.has(name)) policy.set(name, value)
  policy.set('object-src', "'none'")
  policy.set('base-uri', "'self'")
  policy.set('form-action', `'self' ${signInOrigin}`)
  policy.set('frame-ancestors', "'none'")
  if (https) policy.set('upgrade-insecure-requests', '')
  return print(policy)
}

/** For the single-page applications: their own files, and the styles that their library marks with the nonce. */
export const appPolicy = (nonce: string, options: { signInOrigin: string; https: boolean }): string =>
  pagePolicy(`script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:`, options)

/** For answers that are no pages: a browser that is led to show one runs nothing of it. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

function parse(policy: string | undefined): Policy {
  const directives = (policy ?? '').split(';').map((directive) => directive.trim().split(/\s+/))
  return new Map(
    directives.flatMap(([name, ...values]) => (name ? [[name.toLowerCase(), values.join(' ')] as const] : [])),
  )
}

const print = (policy: Policy): string => [...policy].map(([name, value]) => `${name} ${value}`.trim()).join('; ')
