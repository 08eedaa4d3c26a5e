import { fileURLToPath } from 'node:url'
import { siteHosts, siteUrls } from '../sites/index.ts'

/** The programs of the platform, by path: what is tested is what production starts, and nothing of it is imported here. */
export const programs = {
  gateway: 'gateway/src/main.ts',
  content: 'services/content/src/main.ts',
  search: 'gateway/src/search/main.ts',
  web: 'frontends/web/src/main.ts',
} as const

export type ProgramName = keyof typeof programs
export const programNames = Object.keys(programs) as ProgramName[]

export const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** Where each program is reached: itself, or the balancer before its replicas. */
export type Ports = Record<ProgramName, number>

/** The ports after `first`, one for each program. */
export const portsFrom = (first: number): Ports =>
  Object.fromEntries(programNames.map((name, index) => [name, first + index])) as Ports

const list = (entries: [string, string][]) => entries.map(([name, value]) => `${name}=${value}`).join('; ')

/** What the programs are told besides the addresses of the engines: where they find each other. */
export function settings(ports: Ports): Record<string, string> {
  const services = list([
    ['content', `http://127.0.0.1:${ports.content}`],
    ['search', `http://127.0.0.1:${ports.search}`],
  ])
  return {
    SERVICE_URLS: services,
    SITE_URLS: list(Object.entries(siteUrls(ports.gateway))),
    SITE_HOSTS: list(Object.entries(siteHosts)).replace('portal=localhost', 'portal=localhost,127.0.0.1'),
    PUBLIC_URL: `http://${siteHosts.portal}:${ports.gateway}`,
    WEB_URL: `http://127.0.0.1:${ports.web}`,
    ADMIN_FILES: `${root}frontends/admin/dist/`,
    // The same for all replicas, or one could not open the sessions that another began.
    SESSION_SECRETS: 'a secret of tests that is long enough',
    CHECK_ANSWERS: 'true',
  }
}
