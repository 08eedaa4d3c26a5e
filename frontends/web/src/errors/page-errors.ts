const notFoundCode = 'page.not-found'

/** Ends the page with the site's 404 page: `const article = (await …) ?? notFound()`. */
export function notFound(): never {
  throw Object.assign(new Error('Nothing public is at this address'), { code: notFoundCode })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

export const isNotFound = (error: unknown) => codeOf(error) === notFoundCode
/** See `ApiUnavailable` for why it is told by its code. */
export const isApiUnavailable = (error: unknown) => codeOf(error) === 'api.unavailable'
