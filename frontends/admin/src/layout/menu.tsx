import { LinkBase, useLocation } from 'react-admin'
import { mayDo, useMe } from '../session/index.ts'
import { ThemeSelect } from './theme-select.tsx'

type Entry = { to: string; title: string; resource?: string }
type Group = { title?: string; entries: Entry[] }

const groups: Group[] = [
  { entries: [{ to: '/', title: 'Ce qui m’attend' }] },
  {
    title: 'Contenus',
    entries: [
      { to: '/articles', title: 'Articles', resource: 'articles' },
      { to: '/sections', title: 'Rubriques', resource: 'sections' },
      { to: '/chantiers', title: 'Chantiers', resource: 'chantiers' },
      { to: '/communes', title: 'Communes', resource: 'communes' },
    ],
  },
  { title: 'Technique', entries: [{ to: '/exploitation', title: 'Exploitation', resource: 'exploitation' }] },
]

/** Words, never icons; each sees only what his roles open. */
export const Menu = () => {
  const { roles } = useMe()
  const { pathname } = useLocation()
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`))
  const shown = groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ resource }) => !resource || mayDo(roles, 'list', resource)),
    }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <nav className="menu" aria-label="Menu du bureau">
      {shown.map(({ title, entries }) => (
        <div key={title ?? 'home'} className="menu-group">
          {title && <h2>{title}</h2>}
          <ul className="plain-list">
            {entries.map(({ to, title: name }) => (
              <li key={to}>
                <LinkBase to={to} aria-current={isHere(to) ? 'page' : undefined}>
                  {name}
                </LinkBase>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ThemeSelect />
    </nav>
  )
}
