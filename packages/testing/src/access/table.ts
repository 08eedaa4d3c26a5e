import { type Role, roles } from '@pmq/platform/auth'
import type { Permission } from '@pmq/platform/http'

/** One route and who may call it. */
export type Line = { route: string; title: string; allow: Permission }

const columns = ['nobody', 'signed-in', ...roles] as const
/** Somebody in one column: nobody, somebody without any role, or the bearer of one role. */
export type Who = (typeof columns)[number]
export const everybody: readonly Who[] = columns

export function mayCall(allow: Permission, who: Who): boolean {
  if (allow.kind === 'anyone') return true
  if (who === 'nobody') return false
  if (allow.kind === 'signed-in' || who === 'admin') return true
  return allow.roles.includes(who as Role)
}

/** The table of docs/authorisations.md, to be read by people and by `parseTable`. */
export function writeTable(lines: readonly Line[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const sorted = lines.toSorted((a, b) => (a.route.split(' ')[1] ?? '').localeCompare(b.route.split(' ')[1] ?? ''))
  return [
    row(['route', ...columns, 'what it does']),
    row(['---', ...columns.map(() => ':-:'), '---']),
    ...sorted.map(({ route, title, allow }) =>
      row([`\`${route}\``, ...columns.map((who) => (mayCall(allow, who) ? '●' : '')), title]),
    ),
  ].join('\n')
}

/** Who may call each route, as the table says. */
export function parseTable(text: string): Map<string, ReadonlySet<Who>> {
  const rows = text.split('\n').flatMap((line) => {
    const [, route = '', ...cells] = line.split('|').map((cell) => cell.trim())
    const name = /^`([A-Z]+ \/\S*)`$/.exec(route)?.[1]
    return name ? [[name, new Set(columns.filter((_, index) => cells[index] === '●'))] as const] : []
  })
  return new Map(rows)
}
