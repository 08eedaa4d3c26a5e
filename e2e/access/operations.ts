import { send } from '../support/http.ts'
import type { Platform } from '../support/platform.ts'

export type MayCall = { is: 'anyone' } | { is: 'roles'; roles: string[] } | { is: 'unsaid' }

export type Operation = {
  /** `PUT /api/content/articles/{id}` */
  name: string
  method: string
  /** With ids that name nothing. */
  path: string
  mayCall: MayCall
  hasBody: boolean
  needsVersion: boolean
}

type Described = {
  description?: string
  security?: unknown[]
  requestBody?: object
  parameters?: { name: string; in: string; required?: boolean }[]
}

/** Parameters in paths that only take certain words. */
const values: Record<string, string> = { site: 'portal' }

/** Every operation of the API document that the running platform serves; signing out comes last. */
export async function operationsOf(platform: Platform): Promise<Operation[]> {
  const { paths } = (await send(platform, '/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>
  }>()
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  )
  return operations.sort((a, b) => Number(a.path === '/auth/sign-out') - Number(b.path === '/auth/sign-out'))
}

function operationOf(method: string, template: string, described: Described): Operation {
  const { parameters = [], requestBody } = described
  const query = parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => `${name}=/nowhere`)
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'names-nothing')
  return {
    name: `${method} ${template}`,
    method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    mayCall: mayCallOf(described),
    hasBody: requestBody !== undefined,
    needsVersion: parameters.some(({ name }) => name === 'If-Match'),
  }
}

function mayCallOf({ description = '', security = [] }: Described): MayCall {
  const roles = /^Roles: (.+)\.$/.exec(description)?.[1]?.split(', ')
  if (security.length > 0) return roles ? { is: 'roles', roles } : { is: 'unsaid' }
  return description === '' || roles ? { is: 'unsaid' } : { is: 'anyone' }
}
