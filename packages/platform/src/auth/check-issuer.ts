const timeoutMs = 3_000

/**
 * Asks the identity provider about itself.
 * @param jwksUrl asked instead, when the issuer's own address cannot be reached from here
 * @throws when it does not answer, or not with 200
 */
export async function checkIssuer({ issuer, jwksUrl }: { issuer: string; jwksUrl?: string }): Promise<void> {
  const url = jwksUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`)
}
