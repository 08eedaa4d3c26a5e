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

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as JsonSchema
  return rest
}

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
  for (const route of routes) {
    const path = `/api/${service}${route.path === '/' ? '' : route.path}`
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operationOf(service, route)
  }
  return {
    openapi: '3.1.0',
    info: { title: `Midi-Quercy: ${service}`, version: '1' },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operationOf(service: string, { method, path, spec }: Route): JsonSchema {
  return {
    operationId: `${service}.${method.toLowerCase()}${path.replace(/[{}]/g, '').replace(/[/-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: spec.title,
    description: whoMay(spec.allow),
    tags: [service],
    ...(spec.allow.kind === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    parameters: [
      ...parametersOf(spec.params, 'path'),
      ...parametersOf(spec.query, 'query'),
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
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(spec.body, 'input') } } } }
      : {}),
    responses: responsesOf(spec.answers, commonProblems(method, spec)),
  }
}

const whoMay = (allow: Permission): string =>
  allow.kind === 'anyone'
    ? 'No sign-in needed.'
    : allow.kind === 'signed-in'
      ? 'Any signed-in person.'
      : `Roles: ${[...new Set(['admin', ...allow.roles])].join(', ')}.`

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): JsonSchema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
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

function responsesOf(own: Answers, common: Answers): Record<string, unknown> {
  const responses: Record<string, unknown> = {}
  for (const status of new Set([...Object.keys(own), ...Object.keys(common)].map(Number))) {
    const declared = own[status]
    if (declared === null) responses[status] = { description: 'Done; nothing to say.' }
    else if (declared instanceof z.ZodType) {
      responses[status] = {
        description: 'OK',
        content: { 'application/json': { schema: jsonSchema(declared, 'output') } },
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
