import { ApiError, ConflictError } from './api-error.ts'

/** The part of an RFC 9457 problem that the back office reads. Everything may be missing: proxies answer too. */
type Problem = {
  code?: string
  detail?: string
  requestId?: string
  errors?: { path: string; message: string }[]
  current?: unknown
}

const nb = '\u00a0'
const thin = '\u202f'

/** Turns the answer of a failed request into an error with a French message in plain words. */
export async function errorFrom(response: Response): Promise<ApiError> {
  const problem = await problemIn(response)
  const code = problem.code ?? `http.${response.status}`
  if (response.status === 412 && problem.current !== undefined)
    return new ConflictError('Quelqu’un d’autre a enregistré avant vous. Rien n’est perdu.', problem.current)
  const issues = (problem.errors ?? []).map(({ path, message }) => ({ path: stepsOf(path), message }))
  return new ApiError(messageFor(response, problem), { status: response.status, code, issues })
}

/** Nothing answered: no network, or the server is down. */
export const offlineError = () =>
  new ApiError('Pas de connexion avec le serveur. Votre texte est gardé ici. Réessayez dans un instant.', {
    status: 0,
    code: 'offline',
  })

async function problemIn(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}

function messageFor(response: Response, { detail, requestId }: Problem): string {
  const { status } = response
  if (status === 401) return 'Votre session est terminée. Reconnectez-vous pour continuer. Votre texte est gardé.'
  if (status === 429) return tooMany(response.headers.get('retry-after'))
  // Whoever answers 503 knows what is away, and says it for people (docs/resilience.md).
  if (status === 503) return `${detail ?? 'Ce service est indisponible pour le moment.'} Votre texte est gardé.`
  if (status >= 500)
    return withReference('Le serveur a rencontré une difficulté. Réessayez dans un instant.', requestId)
  return detail ?? ownWords[status] ?? withReference('La demande a été refusée.', requestId)
}

const ownWords: Record<number, string> = {
  403: 'Votre compte n’a pas le droit de faire cela. Demandez à un administrateur.',
  404: 'Cette page n’existe pas, ou n’existe plus.',
  409: 'L’état du contenu ne permet pas cette action.',
  412: 'Quelqu’un d’autre a enregistré avant vous. Rechargez la page pour voir sa version.',
  413: 'Ce contenu est trop lourd pour être enregistré.',
  422: 'Certains champs sont à reprendre.',
}

function tooMany(retryAfter: string | null): string {
  const seconds = Number(retryAfter)
  if (!retryAfter || !Number.isFinite(seconds)) return 'Trop de demandes en peu de temps. Réessayez dans un instant.'
  return `Trop de demandes en peu de temps. Réessayez dans ${seconds}${nb}seconde${seconds > 1 ? 's' : ''}.`
}

const withReference = (message: string, requestId: string | undefined) =>
  requestId
    ? `${message} Si cela dure, donnez cette référence à l’administrateur${nb}: «${thin}${requestId}${thin}».`
    : message

/** `indicators.0.label`, `indicators[0].label` or `/indicators/0/label`. */
const stepsOf = (path: string): string[] => path.split(/[.[\]/]+/).filter(Boolean)
