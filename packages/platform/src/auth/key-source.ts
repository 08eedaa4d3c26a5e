import { createLocalJWKSet, errors, type FlattenedJWSInput, type JSONWebKeySet, type JWTHeaderParameters } from 'jose'
import { IdentityProviderUnavailable } from './token-errors.ts'

type KeySourceOptions = {
  issuer: string
  /** Where the keys are; by default where the provider's discovery document says. */
  jwksUrl?: string
  clock: () => Date
  fetch: typeof globalThis.fetch
  /** Milliseconds after which the keys are asked for again, in the background. */
  cacheMs: number
}

type Keys = ReturnType<typeof createLocalJWKSet>

const cooldownMs = 10_000 // unknown key ids ask the provider at most this often, whoever sends them
const retryMs = 1_000 // after a failure
const timeoutMs = 5_000

/**
 * The provider's public keys, kept and renewed: jose's own remote set forgets its keys when the provider is down, and
 * then refuses everybody. Ours keeps the last good ones.
 * @returns finds the key of a token; throws `IdentityProviderUnavailable` when it cannot know
 */
export function createKeySource({ issuer, jwksUrl, clock, fetch, cacheMs }: KeySourceOptions) {
  let keys: Keys | undefined
  let loadedAt = 0
  let triedAt = Number.NEGATIVE_INFINITY
  let searchedAt = Number.NEGATIVE_INFINITY
  let failure: unknown
  let loading: Promise<void> | undefined

  const getJson = async (url: string) => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
    return (await answer.json()) as unknown
  }

  const findJwksUrl = async () => {
    if (jwksUrl !== undefined) return jwksUrl
    const found = (await getJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)) as {
      issuer?: unknown
      jwks_uri?: unknown
    } | null
    if (found?.issuer !== issuer) throw new Error(`The provider calls itself ${String(found?.issuer)}, not ${issuer}.`)
    return String(found.jwks_uri)
  }

  const load = async () => {
    triedAt = clock().getTime()
    try {
      keys = createLocalJWKSet((await getJson(await findJwksUrl())) as JSONWebKeySet)
      loadedAt = clock().getTime()
      failure = undefined
    } catch (error) {
      failure = error
    }
  }

  /** One request at a time, and after a failure none too soon. */
  const reload = () => {
    if (loading === undefined && failure !== undefined && clock().getTime() - triedAt < retryMs) return
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  /**
   * Looks for a key that the provider may have made meanwhile. Apart from the first load and the regular ones, so that
   * keys which change just after a start are found at once.
   */
  const search = () => {
    if (loading !== undefined) return loading
    if (failure === undefined && clock().getTime() - searchedAt < cooldownMs) return
    searchedAt = clock().getTime()
    return reload()
  }

  return async (header: JWTHeaderParameters, token: FlattenedJWSInput) => {
    if (keys === undefined) await reload()
    else if (clock().getTime() - loadedAt >= cacheMs) void reload()
    if (keys === undefined) throw new IdentityProviderUnavailable(failure)
    try {
      return await keys(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await search() // the provider may have changed its keys
      if (failure !== undefined) throw new IdentityProviderUnavailable(failure)
      return await keys(header, token)
    }
  }
}
