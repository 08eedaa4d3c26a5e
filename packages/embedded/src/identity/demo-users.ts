import type { Role } from '@pmq/platform/auth'
import type { DemoUser } from './options.ts'

const demoUser = (order: number, role: Role, givenName: string, job: string): DemoUser => ({
  id: `00000000-0000-4000-8000-${String(order).padStart(12, '0')}`,
  username: role,
  password: 'demo',
  givenName,
  familyName: `Démo (${job})`,
  email: `${role}@example.org`,
  roles: [role],
})

/** One invented person for each role. */
export const demoUsers: readonly DemoUser[] = [
  demoUser(1, 'admin', 'Alix', 'administration'),
  demoUser(2, 'editor', 'Camille', 'rédaction'),
  demoUser(3, 'moderator', 'Dominique', 'modération'),
  demoUser(4, 'committee', 'Claude', 'comité'),
  demoUser(5, 'contributor', 'Sacha', 'contribution'),
  demoUser(6, 'partner', 'Morgan', 'partenaire'),
  demoUser(7, 'treasurer', 'Eden', 'trésorerie'),
]
