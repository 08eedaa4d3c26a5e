import type { CreateParams, DataProvider, GetListParams, RaRecord, UpdateParams } from 'react-admin'
import { type ApiClient, ApiError } from '../http/index.ts'
import { createOnce } from './create-once.ts'
import { fieldErrors, inputOf } from './input-of.ts'
import { queryLocally } from './query-locally.ts'
import { type ResourceRule, ruleOf } from './resources.ts'

/** Commands on one article that are not an edit of its text. */
export type ArticleCommand =
  | { is: 'publish'; at: string | null; withdrawAt: string | null }
  | { is: 'withdraw' }
  | { is: 'archive' }
  | { is: 'restore' }

export type OfficeDataProvider = DataProvider & {
  command: (id: string, version: number, command: ArticleCommand) => Promise<RaRecord>
  rebuildSearchIndex: () => Promise<void>
  replayDeadLetter: (service: string, id: string) => Promise<void>
  deleteDeadLetter: (service: string, id: string) => Promise<void>
}

type Item = RaRecord
type Page = { items: Item[]; total?: number }

/** What react-admin asks, said in the platform's API conventions. */
export function createDataProvider(api: ApiClient): OfficeDataProvider {
  const createdOnce = createOnce(api)
  const one = (resource: string, id: unknown) => `${ruleOf(resource).path}/${encodeURIComponent(String(id))}`

  async function getList(resource: string, params: GetListParams) {
    if (resource === 'dead-letters') return deadLetters(api, params)
    const rule = ruleOf(resource)
    const { filter = {}, sort, pagination, signal } = params
    if (rule.lists === 'here') return queryLocally(await readWhole(api, rule, filter), { filter, sort, pagination })
    const order = sort && `${sort.order === 'DESC' ? '-' : ''}${sort.field}`
    const query = { ...filter, ...pagination, sort: order }
    const { items, total } = await api.send<Page>({ path: rule.path, query, ...(signal ? { signal } : {}) })
    return { data: items, total: total ?? items.length }
  }

  async function update(resource: string, { id, data, previousData }: UpdateParams) {
    const rule = ruleOf(resource)
    const body = bodyOf(rule, data)
    const saved = await naming(
      rule,
      api.send({ method: 'PUT', path: one(resource, id), body, ifMatch: previousData.version }),
    )
    return { data: saved }
  }

  async function create(resource: string, { data, meta }: CreateParams) {
    const rule = ruleOf(resource)
    return { data: await naming(rule, createdOnce(rule.path, bodyOf(rule, data), meta.idempotencyKey)) }
  }

  // react-admin's type promises any record type the caller names; the screens check what they read.
  return {
    supportAbortSignal: true,
    getList,
    update,
    create,
    getOne: async (resource, { id }) => ({ data: await api.send({ path: one(resource, id) }) }),
    async getMany(resource, { ids }) {
      const rule = ruleOf(resource)
      if (rule.lists === 'here') {
        const all = await readWhole(api, rule, {})
        return { data: all.filter((item) => ids.includes(item.id)) }
      }
      return { data: await Promise.all(ids.map((id) => api.send({ path: one(resource, id) }))) }
    },
    getManyReference: (resource, { target, id, ...params }) =>
      getList(resource, { ...params, filter: { ...params.filter, [target]: id } }),
    async delete(resource, { id, previousData }) {
      await api.send({ method: 'DELETE', path: one(resource, id), ifMatch: previousData?.version })
      return { data: previousData ?? { id } }
    },
    updateMany: () =>
      Promise.reject(new Error('Each change needs the version it replaces: no change of many at once.')),
    deleteMany: () =>
      Promise.reject(new Error('Each deletion needs the version it deletes: no deletion of many at once.')),

    command: (id, version, command) => api.send({ ...commandRequest(one('articles', id), command), ifMatch: version }),
    rebuildSearchIndex: () => api.send({ method: 'POST', path: '/api/search/rebuild' }),
    replayDeadLetter: (service, id) => api.send({ method: 'POST', path: `${letter(service, id)}/replay` }),
    deleteDeadLetter: (service, id) => api.send({ method: 'DELETE', path: letter(service, id) }),
  } as OfficeDataProvider
}

function commandRequest(article: string, command: ArticleCommand) {
  switch (command.is) {
    case 'publish': {
      const body = { at: command.at, withdrawAt: command.withdrawAt }
      return { method: 'POST' as const, path: `${article}/publication`, body }
    }
    case 'withdraw':
      return { method: 'DELETE' as const, path: `${article}/publication` }
    case 'archive':
      return { method: 'POST' as const, path: `${article}/archiving` }
    case 'restore':
      return { method: 'DELETE' as const, path: `${article}/archiving` }
  }
}

const letter = (service: string, id: string) =>
  `/api/${encodeURIComponent(service)}/dead-letters/${encodeURIComponent(id)}`

/** Letters of one service, or of all; each carries the name of its service. */
async function deadLetters(api: ApiClient, { filter = {}, pagination, sort }: GetListParams) {
  const services = filter.service ? [{ name: filter.service }] : await readWhole(api, ruleOf('services'), {})
  const letters = await Promise.all(
    services.map(async ({ name }) => {
      const found = await readWhole(
        api,
        { path: `/api/${encodeURIComponent(name)}/dead-letters`, lists: 'here', paged: true },
        {},
      )
      return found.map((each) => ({ ...each, service: name }))
    }),
  )
  return queryLocally(letters.flat(), { pagination, sort })
}

const perPage = 100

/** Every page of a small collection. */
async function readWhole(api: ApiClient, rule: ResourceRule, filter: Record<string, unknown>): Promise<Item[]> {
  const { path, paged, asked = [], idField } = rule
  const wanted = Object.fromEntries(asked.map((name) => [name, filter[name]]))
  const found: Item[] = []
  for (let page = 1; ; page += 1) {
    const query = paged ? { ...wanted, page, perPage } : wanted
    const { items, total = 0 } = await api.send<Page>({ path, query })
    found.push(...items)
    if (!paged || items.length < perPage || found.length >= total) break
  }
  return idField ? found.map((item) => ({ ...item, id: item[idField] })) : found
}

function bodyOf(rule: ResourceRule, data: unknown): unknown {
  if (!rule.input) throw new Error(`${rule.path} is only read`)
  return inputOf(rule.input, data)
}

/** Names the field of each fault as the form does. */
async function naming(rule: ResourceRule, sending: Promise<unknown>): Promise<Item> {
  try {
    return (await sending) as Item
  } catch (error) {
    if (!(error instanceof ApiError) || !rule.input) throw error
    const { status, code, message } = error
    const field = fieldOfRule[code]
    const issues = field ? [{ path: [field], message }] : error.issues
    if (issues.length === 0) throw error
    throw new ApiError(message, { status, code, issues, errors: fieldErrors(rule.input, issues) })
  }
}

/** Rules of the services that one field breaks: the message belongs there. */
const fieldOfRule: Record<string, string> = {
  'slug.taken': 'slug',
  'slug.reserved': 'slug',
  'value.taken': 'slug',
  'article.unknown-section': 'section',
  'article.other-site': 'site',
  'section.other-site': 'site',
  'section.unknown-parent': 'parent',
  'section.cycle': 'parent',
  'section.too-deep': 'parent',
  'chantier.orientation-of-other-axis': 'orientation',
  'commune.membership-ends-first': 'memberships',
  'commune.memberships-overlap': 'memberships',
}
