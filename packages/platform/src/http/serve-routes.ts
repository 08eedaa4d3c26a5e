import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { Identity, TokenVerifier } from '../auth/index.ts'
import { inContext, nextTraceparent } from '../context/index.ts'
import { Refusal } from '../errors/index.ts'
import type { Log } from '../log/index.ts'
import type { Metrics } from '../metrics/index.ts'
import { bytesOf, encoded } from './encoded.ts'
import { type Idempotency, type KeptAnswer, uuidFrom } from './idempotency.ts'
import { allows } from './permission.ts'
import { type Problem, problemOf } from './problem.ts'
import { parsePart, queryOf, readJson, versionOf } from './read-request.ts'
import type { Route } from './route.ts'

export type RouteServing = {
  service: string
  verifier: Pick<TokenVerifier, 'verify'>
  idempotency: Idempotency
  log: Log
  metrics?: Metrics
  /** Bytes of a JSON body. */
  bodyLimit?: number
  /** Check answers against their schemas too (tests, development): a mismatch is a 500. */
  checkAnswers?: boolean
}

/** Serves routes on express, relative to where the router is mounted. */
export function serveRoutes(routes: Route[], serving: RouteServing): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const byPath = Map.groupBy(routes, ({ path }) => path)
  // Fixed paths before those with parameters, so that `/articles/latest` is not an article's id.
  const ordered = [...byPath].sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')))
  for (const [path, sharing] of ordered) {
    const methods = Object.fromEntries(sharing.map((route) => [route.method, route]))
    const allowed = Object.keys(methods)
      .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      .join(', ')
    router.all(path.replace(/\{(\w+)\}/g, ':$1'), (request, response) => {
      const route = methods[request.method === 'HEAD' ? 'GET' : request.method]
      if (!route) {
        response.setHeader('allow', allowed)
        sendProblem(response, {
          ...problemOf(new Refusal('malformed', 'method-not-allowed', 'Cette action n’existe pas à cette adresse.')),
          status: 405,
          title: 'Method Not Allowed',
        })
        return
      }
      return serve(route, serving, request, response)
    })
  }
  router.use((_request, response) =>
    sendProblem(response, problemOf(new Refusal('not-found', 'not-found', 'Cette adresse n’existe pas.'))),
  )
  return router
}

async function serve(route: Route, serving: RouteServing, request: Request, response: ServerResponse): Promise<void> {
  const started = performance.now()
  const requestId = header(request, 'x-request-id') ?? randomUUID()
  const traceparent = nextTraceparent(header(request, 'traceparent'))
  await inContext({ traceparent, requestId }, async () => {
    try {
      const { status, body, dependsOn } = await answer(route, serving, request)
      if (dependsOn) response.setHeader('x-pmq-depends-on', dependsOn.join(' '))
      const known = route.method === 'GET' ? header(request, 'if-none-match') : undefined
      send(response, { status, body, known, cacheControl: dependsOn ? 'no-cache' : 'no-store' })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.status >= 500 && problem.status !== 503)
        serving.log.error({ err: error, route: `${route.method} ${route.path}` }, 'a request failed')
      else if (problem.status === 503) serving.log.warn({ err: error }, 'an engine does not answer')
      if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer')
      // What is left of a refused body is not read: the connection cannot serve another request.
      if (!request.readableEnded && !request.complete) response.setHeader('connection', 'close')
      sendProblem(response, { ...problem, requestId })
    }
  })
  serving.metrics?.httpSeconds.observe(
    { service: serving.service, route: `${route.method} ${route.path}`, status: String(response.statusCode) },
    (performance.now() - started) / 1000,
  )
}

/** `dependsOn`: what the answer is made of, when it may be kept for everybody. */
type Answer = KeptAnswer & { dependsOn?: readonly string[] | undefined }

async function answer(route: Route, serving: RouteServing, request: Request): Promise<Answer> {
  const { spec } = route
  const identity = await identify(request, serving)
  const verdict = allows(spec.allow, identity)
  if (verdict === 'sign-in') throw new Refusal('unauthenticated', 'auth.required', 'Connectez-vous pour continuer.')
  if (verdict === 'no')
    throw new Refusal('forbidden', 'auth.forbidden', 'Votre compte n’a pas le droit de faire cette action.')

  const search = new URL(request.originalUrl, 'http://service').searchParams
  const query = parsePart(spec.query ?? nothing, queryOf(spec.query ?? nothing, search))
  const params = parsePath(spec.params, request.params)
  const raw =
    spec.body || request.method === 'POST' || request.method === 'PUT'
      ? await readJson(request, serving.bodyLimit ?? 1_048_576)
      : undefined
  const body = spec.body ? parsePart(spec.body, raw ?? {}) : undefined
  const ifMatch = versionOf(header(request, 'if-match'))
  if (spec.needsVersion && ifMatch === undefined) {
    throw new Refusal(
      'version-required',
      'version.required',
      'Il manque la version sur laquelle porte la modification (If-Match).',
    )
  }

  const status = Number(Object.keys(spec.answers).find((code) => code.startsWith('2')) ?? 200)
  // Whoever signed in is answered for himself, even where the answer is the same.
  const dependsOn = identity ? undefined : spec.dependsOn?.({ params, query } as never)
  const work = async (newId: () => string): Promise<Answer> => {
    const value = await spec.handle({
      params,
      query,
      body,
      identity,
      ifMatch: ifMatch ?? 0,
      newId,
      log: serving.log,
    } as never)
    const schema = spec.answers[status]
    if (serving.checkAnswers && schema instanceof z.ZodType) schema.parse(JSON.parse(JSON.stringify(value)))
    return { status, body: schema === null ? undefined : value, dependsOn }
  }
  const idempotencyKey = spec.idempotent ? header(request, 'idempotency-key') : undefined
  return idempotencyKey ? once(idempotencyKey, route, serving, identity, raw, work) : work(randomUUID)
}

async function once(
  given: string,
  route: Route,
  { idempotency }: RouteServing,
  identity: Identity | undefined,
  body: unknown,
  work: (newId: () => string) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  if (!/^[A-Za-z0-9-]{1,200}$/.test(given))
    throw new Refusal('malformed', 'request.malformed', 'La clé d’envoi est mal formée.')
  const key = uuidFrom(identity?.subject ?? '', route.method, route.path, given)
  const kept = await idempotency.begin(
    key,
    createHash('sha256')
      .update(JSON.stringify(body) ?? '')
      .digest('hex'),
  )
  if (kept) return kept
  let ids = 0
  try {
    // Ids come from the key, so that a repetition after a crash finds what the first try created.
    const answer = await work(() => uuidFrom(key, String(ids++)))
    await idempotency.complete(key, answer)
    return answer
  } catch (error) {
    await idempotency.abandon(key)
    throw error
  }
}

/** An engine that was restarted is back by then. */
export const retryAfterSeconds = '10'

const nothing = z.strictObject({})

async function identify(request: Request, { verifier }: RouteServing): Promise<Identity | undefined> {
  const authorization = header(request, 'authorization')
  if (authorization === undefined) return undefined
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1]
  if (!token)
    throw new Refusal(
      'unauthenticated',
      'auth.token-invalid',
      'Votre session n’est plus valable. Connectez-vous de nouveau.',
    )
  return verifier.verify(token)
}

function parsePath(schema: z.ZodObject | undefined, params: unknown) {
  if (!schema) return undefined
  const result = schema.safeParse(params)
  // An id that cannot exist does not exist.
  if (!result.success) throw new Refusal('not-found', 'not-found', 'Cette ressource n’existe pas ou n’existe plus.')
  return result.data
}

// Node's own methods only: the same code answers express and calls from within the process (in-process-fetch.ts).
const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** `known`: the ETag of what the caller has already. */
type Sending = { status: number; body: unknown; known: string | undefined; cacheControl: string }

function send(response: ServerResponse, { status, body, known, cacheControl }: Sending): void {
  response.statusCode = status
  if (body === undefined) return void response.end()
  const { bytes, etag, isWhole } = encoded(body)
  if (etag) response.setHeader('etag', etag)
  if (isWhole && etag === known) {
    response.statusCode = 304
    response.setHeader('cache-control', cacheControl)
    response.end()
  } else sendJson(response, json, bytes, cacheControl)
}

function sendProblem(response: ServerResponse, problem: Problem): void {
  if (response.headersSent) return void response.destroy()
  response.statusCode = problem.status
  if (problem.status === 503) response.setHeader('retry-after', retryAfterSeconds)
  sendJson(response, 'application/problem+json; charset=utf-8', bytesOf(problem))
}

const json = 'application/json; charset=utf-8'

function sendJson(response: ServerResponse, type: string, bytes: Buffer, cacheControl = 'no-store'): void {
  response.setHeader('content-type', type)
  response.setHeader('cache-control', cacheControl)
  response.setHeader('content-length', bytes.length)
  response.end(bytes)
}
