import { readFile } from 'node:fs/promises'
import { markSvg } from '../marks/marks.ts'

const repository = new URL('../../../', import.meta.url)
const embedded = 'packages/embedded/src/identity/resources/'
const keycloak = 'infra/keycloak/themes/midi-quercy/login/resources/'

const ours = (path: string) => () => readFile(new URL(path, repository))
const sources: { to: string[]; read: () => Promise<Buffer> }[] = [
  { to: [`${embedded}mark.svg`, `${keycloak}img/mark.svg`], read: async () => Buffer.from(markSvg('portal')) },
  { to: [`${embedded}hero.svg`, `${keycloak}img/hero.svg`], read: ours('frontends/ui/prints/heroes/portal.svg') },
  { to: [`${keycloak}img/favicon.ico`], read: ours('frontends/ui/marks/icons/portal.ico') },
  {
    to: [`${embedded}bricolage-grotesque.woff2`, `${keycloak}fonts/bricolage-grotesque.woff2`],
    read: ours('frontends/ui/fonts/bricolage-grotesque-84-800-latin.woff2'),
  },
  {
    to: [`${embedded}atkinson-hyperlegible-next.woff2`, `${keycloak}fonts/atkinson-hyperlegible-next.woff2`],
    read: ours('frontends/ui/fonts/atkinson-hyperlegible-next-400-700-latin.woff2'),
  },
  {
    to: [`${embedded}LICENSE-bricolage-grotesque.txt`, `${keycloak}fonts/LICENSE-bricolage-grotesque.txt`],
    read: ours('frontends/ui/fonts/LICENSE-bricolage-grotesque.txt'),
  },
  {
    to: [
      `${embedded}LICENSE-atkinson-hyperlegible-next.txt`,
      `${keycloak}fonts/LICENSE-atkinson-hyperlegible-next.txt`,
    ],
    read: ours('frontends/ui/fonts/LICENSE-atkinson-hyperlegible-next.txt'),
  },
]

/**
 * What both sign-in pages show (the embedded provider's, Keycloak's) and cannot take from here: a package knows no front end, and
 * Keycloak reads files. `npm run sign-in -w @pmq/ui` copies them; the test checks that a copy is one.
 */
export const copies = sources.flatMap(({ to, read }) => to.map((path) => ({ to: new URL(path, repository), read })))
