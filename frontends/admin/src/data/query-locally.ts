type Item = Record<string, unknown>

export type LocalQuery = {
  filter?: Item
  sort?: { field: string; order: 'ASC' | 'DESC' } | undefined
  pagination?: { page: number; perPage: number } | undefined
}

/** Filters, sorts and cuts a small collection that the API gives whole (communes, chantiers, sections). */
export function queryLocally<Each extends Item>(items: readonly Each[], { filter = {}, sort, pagination }: LocalQuery) {
  const { q, ...exact } = filter
  const found = items.filter((item) => holds(item, exact) && contains(item, q))
  const sorted = sort
    ? found.toSorted((one, other) => order(valueAt(one, sort.field), valueAt(other, sort.field)))
    : found
  if (sort?.order === 'DESC') sorted.reverse()
  const { page, perPage } = pagination ?? { page: 1, perPage: sorted.length }
  return { data: sorted.slice((page - 1) * perPage, page * perPage), total: sorted.length }
}

function holds(value: unknown, wanted: unknown): boolean {
  if (wanted === undefined || wanted === null || wanted === '') return true
  if (Array.isArray(wanted)) return wanted.length === 0 || wanted.includes(value)
  if (typeof wanted !== 'object') return value === wanted
  return Object.entries(wanted).every(([key, each]) => holds(isItem(value) ? value[key] : undefined, each))
}

function contains(item: Item, q: unknown): boolean {
  if (typeof q !== 'string' || q.trim() === '') return true
  const words = fold(q).split(/\s+/).filter(Boolean)
  const text = fold(Object.values(item).filter(isText).flat().join(' '))
  return words.every((word) => text.includes(word))
}

const isText = (value: unknown) =>
  typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))

/** « Nègrepelisse » is found by “negrepelisse”. */
const fold = (text: string) =>
  text.toLowerCase().replace(/œ/g, 'oe').replace(/[’'-]/g, ' ').normalize('NFD').replace(/\p{M}/gu, '')

const collator = new Intl.Collator('fr', { numeric: true })

function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return collator.compare(String(one ?? ''), String(other ?? ''))
}

const valueAt = (item: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isItem(value) ? value[key] : undefined), item)

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null
