import { z } from 'zod'

/**
 * The parameters every list takes, to spread into a route's query with its own filters.
 * @param sortable fields one may sort by, besides `id`; `-field` is descending
 */
export const listQuery = <Field extends string>(
  sortable: readonly [Field, ...Field[]],
  byDefault: Field | `-${Field}`,
) => ({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z
    .enum(['id', '-id', ...sortable, ...sortable.map((field) => `-${field}` as const)])
    .default(byDefault as never),
  q: z.string().trim().max(200).optional(),
})

/** What a store needs of it. */
export const pageOf = ({ page, perPage, sort }: { page: number; perPage: number; sort: string }) => {
  const field = sort.replace(/^-/, '')
  const order: Record<string, 1 | -1> = { [field === 'id' ? '_id' : field]: sort.startsWith('-') ? -1 : 1 }
  // The id makes the order total, so that no row is on two pages.
  return { skip: (page - 1) * perPage, limit: perPage, sort: { ...order, _id: 1 as const } }
}
