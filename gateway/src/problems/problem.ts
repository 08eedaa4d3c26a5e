import type { Problem } from '@pmq/platform/http'

const problem = (status: number, title: string, code: string, detail: string): Problem => ({
  type: 'about:blank',
  title,
  status,
  code,
  detail,
})

/** Everything the gateway refuses by itself. `code` is for programs, `detail` for the person who reads it. */
export const problems = {
  malformed: problem(400, 'Bad Request', 'request.malformed', 'Cette demande est mal formée.'),
  signInRequired: problem(401, 'Unauthorized', 'auth.required', 'Connectez-vous pour continuer.'),
  sessionExpired: problem(401, 'Unauthorized', 'auth.token-expired', 'Votre session a expiré. Reconnectez-vous.'),
  forbidden: problem(403, 'Forbidden', 'auth.forbidden', 'Votre compte n’a pas le droit de faire cette action.'),
  csrf: problem(
    403,
    'Forbidden',
    'csrf.refused',
    'Cette action n’a pas pu être vérifiée. Rechargez la page, puis réessayez.',
  ),
  notFound: problem(404, 'Not Found', 'not-found', 'Cette adresse n’existe pas.'),
  methodNotAllowed: problem(
    405,
    'Method Not Allowed',
    'method-not-allowed',
    'Cette action n’existe pas à cette adresse.',
  ),
  tooSlow: problem(408, 'Request Timeout', 'request.timeout', 'La demande a mis trop de temps à arriver. Réessayez.'),
  tooLarge: (limit: number) =>
    problem(
      413,
      'Content Too Large',
      'request.too-large',
      `Le contenu envoyé est trop lourd (${Math.floor(limit / 1024)}\u00a0ko au plus).`,
    ),
  unmetExpectation: problem(
    417,
    'Expectation Failed',
    'request.expectation-unmet',
    'Cette demande attend de notre part ce que nous ne savons pas faire.',
  ),
  unknownHost: problem(421, 'Misdirected Request', 'host.unknown', 'Aucun de nos sites ne répond à cette adresse.'),
  tooMany: problem(
    429,
    'Too Many Requests',
    'rate.exceeded',
    'Trop de demandes en peu de temps. Patientez un instant, puis réessayez.',
  ),
  headersTooLarge: problem(
    431,
    'Request Header Fields Too Large',
    'request.headers-too-large',
    'Les en-têtes de cette demande sont trop longs ou trop nombreux. Effacez les cookies de ce site, puis réessayez.',
  ),
  internal: problem(
    500,
    'Internal Server Error',
    'internal',
    'Un problème technique empêche de répondre. L’équipe en est avertie\u202f; réessayez dans quelques minutes.',
  ),
  unavailable: problem(
    503,
    'Service Unavailable',
    'unavailable',
    'Le service est momentanément indisponible. Réessayez dans un instant.',
  ),
  providerDown: problem(
    503,
    'Service Unavailable',
    'auth.provider-unavailable',
    'Le service de connexion ne répond pas. Les pages publiques restent accessibles\u202f; réessayez de vous connecter dans un instant.',
  ),
  renewalWaits: problem(
    503,
    'Service Unavailable',
    'auth.provider-unavailable',
    'Le service de connexion ne répond pas. Vous n’êtes pas déconnecté\u00a0: gardez cette page ouverte et réessayez dans un instant.',
  ),
  tooLate: problem(
    504,
    'Gateway Timeout',
    'upstream.timeout',
    'Le service met trop de temps à répondre. Réessayez dans un instant.',
  ),
} as const
