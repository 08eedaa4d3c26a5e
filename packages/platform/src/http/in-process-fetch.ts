import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Router } from 'express'
import inject from 'light-my-request'

/** Asks an API as `fetch` does, given a path instead of a whole address; bodies are text. */
export type ApiFetch = (path: string, init?: RequestInit) => Promise<Response>

/**
 * Calls a router of the same process without a connection: what one program uses where a cluster uses HTTP.
 * Not for an express application: the library would then change the prototype of all of express's requests.
 */
export const inProcessFetch =
  (router: Router): ApiFetch =>
  async (path, init = {}) => {
    const answer = await inject((request, response) => call(router, request as never, response as never), {
      method: (init.method ?? 'GET') as 'GET',
      url: path,
      headers: { host: 'api.internal', ...Object.fromEntries(new Headers(init.headers)) },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    })
    const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    )
    const empty = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
  }

/** The same over HTTP. @param base `http://gateway:8080` */
export const httpFetch =
  (base: string, timeoutMs = 10_000): ApiFetch =>
  (path, init) =>
    fetch(new URL(path, base), { ...init, signal: AbortSignal.timeout(timeoutMs) })

/** What no route answers is not found. */
function call(router: Router, request: IncomingMessage, response: ServerResponse): void {
  router(request as never, response as never, () => {
    response.statusCode = 404
    response.end()
  })
}
