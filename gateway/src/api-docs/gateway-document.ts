import { type OpenApiDocument, openApiOf } from '@pmq/platform/http'
import { z } from 'zod'

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'output' })
  return rest
}

/** What `/auth/me` says. */
const whoIsThere = z.union([
  z.object({ signedIn: z.literal(false) }),
  z.object({
    signedIn: z.literal(true),
    subject: z.string(),
    name: z.string(),
    username: z.string(),
    roles: z.array(z.string()),
    csrf: z.string(),
    expiresAt: z.iso.datetime(),
  }),
])

const engineState = z.object({
  name: z.string(),
  kind: z.enum(['embedded', 'external']),
  state: z.enum(['up', 'down']),
  detail: z.string().optional(),
  checkedAt: z.iso.datetime(),
})

const listOf = (item: z.ZodType) => z.object({ items: z.array(item), total: z.int() })
const ok = (schema: z.ZodType) => ({
  description: 'OK',
  content: { 'application/json': { schema: schemaOf(schema) } },
})
const refusal = (...codes: string[]) => ({
  description: codes.join(', '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const operation = (name: string, summary: string, responses: Record<number, unknown>, rest: object = {}) => ({
  operationId: `gateway.${name}`,
  summary,
  tags: ['gateway'],
  responses: { ...responses, 429: refusal('rate.exceeded') },
  ...rest,
})
const forAdmins = { description: 'Roles: admin.', security: [{ bearer: [] }] }
const adminRefusals = {
  401: refusal('auth.required', 'auth.token-expired', 'auth.token-invalid'),
  403: refusal('auth.forbidden'),
  503: refusal('unavailable'),
}

/** The gateway's own part of the document: who is signed in, and what administrators see of the platform. */
export const gatewayDocument: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Midi-Quercy: gateway', version: '1' },
  paths: {
    '/auth/me': {
      get: operation('me', 'Who is signed in with this browser', { 200: ok(whoIsThere), 503: refusal('unavailable') }),
    },
    '/auth/sign-out': {
      post: operation(
        'signOut',
        'Sign out here and at the identity provider',
        {
          200: ok(z.object({ to: z.string() })),
          303: { description: 'To the identity provider, then home, unless JSON was asked for.' },
          403: refusal('csrf.refused'),
        },
        { parameters: [{ name: 'x-csrf-token', in: 'header', required: false, schema: { type: 'string' } }] },
      ),
    },
    '/api/operations/engines': {
      get: operation('engines', 'How the engines are', { 200: ok(listOf(engineState)), ...adminRefusals }, forAdmins),
    },
    '/api/operations/services': {
      get: operation(
        'services',
        'Which services are behind the gateway',
        { 200: ok(listOf(z.object({ name: z.string() }))), ...adminRefusals },
        forAdmins,
      ),
    },
  },
  components: openApiOf('gateway', []).components, // the same problem as in every service
}
