import { type Role, roles } from '@pmq/platform/auth'
import type { OpenApiDocument, Permission, Route } from '@pmq/platform/http'
import { type Line, writeTable } from '@pmq/testing/access'

/** The lines of a service's own routes. */
export const linesOf = ({ name, routes }: { name: string; routes: readonly Route[] }): Line[] =>
  routes.map(({ method, path, spec }) => ({
    route: `${method} /api/${name}${path === '/' ? '' : path}`,
    title: spec.title,
    allow: spec.allow,
  }))

type Operation = { summary: string; description?: string; security?: unknown[] }

/** The lines of what is served without routes of the kit, below /api: its document says who may. */
export const linesOfDocument = ({ paths }: OpenApiDocument): Line[] =>
  Object.entries(paths as Record<string, Record<string, Operation>>)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary, description, security }]) => ({
        route: `${method.toUpperCase()} ${path}`,
        title: summary,
        allow: permissionOf(description ?? '', security ?? []),
      })),
    )

function permissionOf(description: string, security: unknown[]): Permission {
  const named = /^Roles: (.+)\.$/.exec(description)?.[1]?.split(', ') ?? []
  if (security.length > 0 && named.length > 0)
    return { kind: 'roles', roles: roles.filter((role): role is Role => named.includes(role)) }
  throw new Error(`It is not said who may: "${description}"`)
}

/** docs/authorisations.md: who may call what, to be read by whoever reviews a change. */
export const writeAuthorisations = (lines: readonly Line[]): string => `# Who may do what

Written by \`npm run contracts\` out of the routes, and committed: a change of a permission shows in the review as a change of
this table. \`scripts/contracts/authorisations.test.ts\` plays each line as everybody, and with forged tokens, at the service
itself and through the gateway; the table as it is committed is what must come out.

● may call. *nobody* is not signed in; *signed-in* has an account without any role. An administrator may do everything. No route
of today asks whose a thing is: what an editor may change, every editor may. Signing in and out (\`/auth/…\`) is everybody's.

${writeTable(lines)}
`
