import type { z } from 'zod'
import type { Identity } from '../auth/index.ts'
import type { Log } from '../log/index.ts'
import type { Permission } from './permission.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type ProblemAnswer = { problem: readonly string[] }
/** Status → what is sent: a schema, the codes of a problem, or `null` for an empty answer. */
export type Answers = Record<number, z.ZodType | ProblemAnswer | null>

/** The codes a route may refuse with, beyond those of every route. */
export const problem = (...codes: string[]): ProblemAnswer => ({ problem: codes })

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

export type RouteInput<Params, Query, Body> = {
  params: Parsed<Params>
  query: Parsed<Query>
  body: Parsed<Body>
  /** Who calls; `undefined` only where `allow` is `anyone` and nobody signed in. */
  identity: Identity | undefined
  /** The version in `If-Match`; always there when `needsVersion` is set. */
  ifMatch: number
  /** Ids of what is created: the same when the same request is sent again with its Idempotency-Key. */
  newId(): string
  log: Log
}

export type RouteSpec<Params, Query, Body> = {
  /** One English sentence for the API document. */
  title: string
  allow: Permission
  params?: Params
  query?: Query
  body?: Body
  /** If-Match is required, and gives `ifMatch`. */
  needsVersion?: boolean
  /** Accepts Idempotency-Key. */
  idempotent?: boolean
  /**
   * What a public answer is made of, as tags that events purge: the gateway then keeps it until one does. Only for answers
   * that are the same for everybody, and that nobody edits by their version.
   */
  dependsOn?(input: { params: Parsed<Params>; query: Parsed<Query> }): readonly string[]
  answers: Answers
  handle(input: RouteInput<Params, Query, Body>): Promise<unknown>
}

export type Route = {
  method: Method
  /** `/articles/{id}`, below `/api/<service>`. */
  path: string
  spec: RouteSpec<z.ZodObject | undefined, z.ZodObject | undefined, z.ZodType | undefined>
}

/**
 * A route: permission, schemas and handler in one place, so that checks, documents and code cannot drift apart.
 * @param signature `'POST /articles/{id}/publication'`
 */
export function route<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(signature: `${Method} /${string}`, spec: RouteSpec<Params, Query, Body>): Route {
  const [method, path] = signature.split(' ') as [Method, string]
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const declared = Object.keys(spec.params?.shape ?? {})
  if (named.join() !== declared.join())
    throw new Error(`${signature}: path names ${named.join()}, params declare ${declared.join()}`)
  if (spec.dependsOn && (spec.allow.kind !== 'anyone' || method !== 'GET'))
    throw new Error(`${signature}: only what anyone may read is kept for everybody`)
  return { method, path, spec: spec as unknown as Route['spec'] } // the handler's input is checked by these very schemas
}
