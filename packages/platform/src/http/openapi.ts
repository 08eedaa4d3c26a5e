import { z } from 'zod'
import type { Permission } from './permission.ts'
import type { Answers, Route } from './route.ts'

/** An OpenAPI 3.1 document: https://spec.openapis.org/oas/v3.1.0 */
export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  paths: Record<string, Record<string, unknown>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

type JsonSchema = Record<string, unknown>

/** Writes schemas; those that have a name (`.meta({ id })`) or hold themselves go to the components, once. */
type SchemaWriter = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema

function createSchemaWriter(components: Record<string, unknown>): SchemaWriter {
  const nameFor = (wanted: string, schema: unknown, io: string): string => {
    const name = wanted.startsWith('__') ? `Recursive${wanted.replace(/\D/g, '')}` : wanted
    const taken = components[name]
    // The same schema may differ as input and as output: defaults are optional in one and always there in the other.
    if (taken !== undefined && withoutPlaces(taken) !== withoutPlaces(schema))
      return `${name}${io === 'input' ? 'Input' : 'Output'}`
    return name
  }
  return (schema, io) => {
    const {
      $schema: _dialect,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema & {
      $defs?: Record<string, JsonSchema>
    }
    const names = new Map(
      Object.entries($defs).map(([name, { id: _id, ...body }]) => [`#/$defs/${name}`, nameFor(name, body, io)]),
    )
    const { id, ...root } = rest
    const rename = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(rename)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
          const name = key === '$ref' ? names.get(String(inner)) : undefined
          return [key, name ? `#/components/schemas/${name}` : rename(inner)]
        }),
      )
    }
    for (const [name, { id: _id, ...body }] of Object.entries($defs))
      components[names.get(`#/$defs/${name}`) ?? name] = rename(body)
    if (typeof id !== 'string') return rename(root) as JsonSchema
    const own = nameFor(id, rename(root), io)
    components[own] = rename(root)
    return { $ref: `#/components/schemas/${own}` }
  }
}

/** To compare two schemas wherever the named ones in them are kept. */
const withoutPlaces = (schema: unknown): string =>
  JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; meant for programs.' },
    detail: { type: 'string', description: 'French; meant for the user.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** Describes a service out of its routes, so that the document cannot differ from what is served. */
export function openApiOf(service: string, routes: Route[]): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  const schemas: Record<string, unknown> = { Problem: problemSchema }
  const write = createSchemaWriter(schemas)
  for (const route of routes) {
    const path = `/api/${service}${route.path === '/' ? '' : route.path}`
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operationOf(service, route, write)
  }
  return {
    openapi: '3.1.0',
    info: { title: `Midi-Quercy: ${service}`, version: '1' },
    paths,
    components: {
      schemas,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operationOf(service: string, { method, path, spec }: Route, write: SchemaWriter): JsonSchema {
  return {
    operationId: `${service}.${method.toLowerCase()}${path.replace(/[{}]/g, '').replace(/[/-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: spec.title,
    description: whoMay(spec.allow),
    tags: [service],
    ...(spec.allow.kind === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    parameters: [
      ...parametersOf(spec.params, 'path', write),
      ...parametersOf(spec.query, 'query', write),
      ...(spec.needsVersion
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
              example: '"1"',
            },
          ]
        : []),
      ...(spec.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9-]+$' },
            },
          ]
        : []),
    ],
    ...(spec.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: write(spec.body, 'input') } } } }
      : {}),
    responses: responsesOf(spec.answers, commonProblems(method, spec), write),
  }
}

const whoMay = (allow: Permission): string =>
  allow.kind === 'anyone'
    ? 'No sign-in needed.'
    : allow.kind === 'signed-in'
      ? 'Any signed-in person.'
      : `Roles: ${[...new Set(['admin', ...allow.roles])].join(', ')}.`

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query', write: SchemaWriter): JsonSchema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = write(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
    ...(where === 'query' && property.type === 'array' ? { style: 'form', explode: true } : {}),
  }))
}

function commonProblems(method: Route['method'], { allow, params, needsVersion, idempotent }: Route['spec']): Answers {
  const when = (condition: unknown, status: number, ...codes: string[]): Answers =>
    condition ? { [status]: { problem: codes } } : {}
  const writes = method !== 'GET'
  return {
    400: { problem: ['request.malformed'] },
    401: { problem: ['auth.required', 'auth.token-expired', 'auth.token-invalid'] },
    ...when(allow.kind === 'roles' || writes, 403, 'auth.forbidden', 'csrf.refused'),
    ...when(params, 404, 'not-found'),
    ...when(idempotent, 409, 'idempotency.in-progress'),
    ...when(needsVersion, 412, 'version.stale'),
    ...when(writes, 413, 'request.too-large'),
    ...when(writes, 415, 'request.unsupported-media-type'),
    422: { problem: ['request.invalid', ...(idempotent ? ['idempotency.reused'] : [])] },
    ...when(needsVersion, 428, 'version.required'),
    429: { problem: ['rate.exceeded'] },
    503: { problem: ['unavailable'] },
  }
}

function responsesOf(own: Answers, common: Answers, write: SchemaWriter): Record<string, unknown> {
  const responses: Record<string, unknown> = {}
  for (const status of new Set([...Object.keys(own), ...Object.keys(common)].map(Number))) {
    const declared = own[status]
    if (declared === null) responses[status] = { description: 'Done; nothing to say.' }
    else if (declared instanceof z.ZodType) {
      responses[status] = {
        description: 'OK',
        content: { 'application/json': { schema: write(declared, 'output') } },
      }
    } else {
      const codes = [declared, common[status]].flatMap((answer) =>
        answer && 'problem' in answer ? answer.problem : [],
      )
      responses[status] = {
        description: [...new Set(codes)].join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }
    }
  }
  return responses
}
