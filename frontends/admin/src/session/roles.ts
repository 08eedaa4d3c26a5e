/** Roles of people who work in the back office (requirements, "Staff roles"); partners and contributors have their own spaces. */
const staffRoles = ['admin', 'editor', 'moderator', 'committee', 'treasurer', 'viewer']

const contents = ['articles', 'sections', 'chantiers', 'communes']
/** Read by forms and lists, never edited here. */
const references = ['sites', 'axes', 'epcis']
const operations = ['exploitation', 'engines', 'services', 'dead-letters']
/** Chantiers and communes are created with the territory, not from a form. */
const fixed = ['chantiers', 'communes']

export const isStaff = (roles: readonly string[]): boolean => roles.some((role) => staffRoles.includes(role))

/**
 * Whether somebody with these roles is offered an action. The services decide again on their own: this only keeps
 * buttons that cannot work out of sight.
 * @param action `list`, `show`, `create`, `edit` or `delete`
 */
export function mayDo(roles: readonly string[], action: string, resource: string): boolean {
  if (!isStaff(roles)) return false
  const reading = action === 'list' || action === 'show'
  if (operations.includes(resource)) return roles.includes('admin')
  if (references.includes(resource)) return reading
  if (!contents.includes(resource)) return false
  if (reading) return true
  if (fixed.includes(resource) && action !== 'edit') return false
  return roles.includes('admin') || roles.includes('editor')
}

const names: Record<string, string> = {
  admin: 'administration',
  editor: 'rédaction',
  moderator: 'modération',
  committee: 'comité de rédaction',
  treasurer: 'trésorerie',
  viewer: 'lecture seule',
}

/** « rédaction, modération », for the page head. */
export const roleNames = (roles: readonly string[]): string =>
  staffRoles
    .filter((role) => roles.includes(role))
    .map((role) => names[role])
    .join(', ')
