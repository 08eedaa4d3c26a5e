import { articleInput, chantierInput, communeInput, sectionInput } from '@pmq/contracts/content'
import type { z } from 'zod'

/** How a resource of the back office is found behind the API. */
export type ResourceRule = {
  path: string
  /** What its forms send; without it, nothing is written. */
  input?: z.ZodObject
  /** `server`: the API filters and sorts. `here`: small enough to be read whole, then filtered and sorted in the page. */
  lists: 'server' | 'here'
  /** The API gives the collection page by page. Others take no parameter at all, and would refuse one. */
  paged?: boolean
  /** Filters that the API answers, of those that are applied here. */
  asked?: readonly string[]
  /** The name of the identifier, when it is not `id`. */
  idField?: string
}

const content = (name: string) => `/api/content/${name}`
const rules: Record<string, ResourceRule> = {
  articles: { path: content('articles'), input: articleInput, lists: 'server' },
  sections: { path: content('sections'), input: sectionInput, lists: 'here', paged: true, asked: ['site'] },
  chantiers: { path: content('chantiers'), input: chantierInput, lists: 'here', paged: true },
  communes: { path: content('communes'), input: communeInput, lists: 'here', paged: true },
  epcis: { path: content('epcis'), lists: 'here' },
  axes: { path: content('axes'), lists: 'here' },
  sites: { path: content('sites'), lists: 'here' },
  engines: { path: '/api/operations/engines', lists: 'here', idField: 'name' },
  services: { path: '/api/operations/services', lists: 'here', idField: 'name' },
}

export function ruleOf(resource: string): ResourceRule {
  const rule = rules[resource]
  if (!rule) throw new Error(`No rule for the resource ${resource}`)
  return rule
}
