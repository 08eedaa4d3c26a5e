import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Problem } from '@pmq/platform/http'
import { requestIdOf } from '../requests/request-context.ts'
import { errorPage, errorPagePolicy, type PageLink } from './error-page.ts'

/** A part that was restarted is back by then. */
const retryAfterSeconds = 10

/** Said of another answer, or of nobody's: an error must not carry them. */
const headersOfTheAnswerThatFailed = [
  'content-encoding',
  'content-length',
  'content-type',
  'etag',
  'last-modified',
  'cache-control',
  'transfer-encoding',
]

/**
 * Answers with a problem: a page for a browser that asked for one, problem+json otherwise. When an answer has
 * already begun, the connection is cut, because half an answer must not pass for a whole one.
 */
export function sendProblem(req: IncomingMessage, res: ServerResponse, problem: Problem, link?: PageLink): void {
  if (res.headersSent) return void res.destroy()
  if (res.destroyed) return
  for (const name of headersOfTheAnswerThatFailed) res.removeHeader(name)
  const requestId = requestIdOf(req)
  const asPage = wantsPage(req)
  const body = asPage
    ? errorPage(problem, requestId, link)
    : JSON.stringify(requestId === undefined ? problem : { ...problem, requestId })
  res.setHeader('cache-control', 'no-store')
  res.setHeader('content-security-policy', asPage ? errorPagePolicy : "default-src 'none'; frame-ancestors 'none'")
  res.setHeader('content-type', asPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8')
  res.setHeader('content-length', Buffer.byteLength(body))
  res.setHeader('x-content-type-options', 'nosniff')
  if (problem.status === 503 || problem.status === 504) res.setHeader('retry-after', retryAfterSeconds)
  res.statusCode = problem.status
  res.end(body)
}

const wantsPage = ({ url, headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/html') === true && !url?.startsWith('/api/')
