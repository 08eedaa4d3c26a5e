/** The page asked for by `?page=`: 1 when there is none, `undefined` when it is no page number. */
export function pageAsked(search: URLSearchParams): number | undefined {
  const asked = search.get('page')
  if (asked === null) return 1
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined
}

export const lastPage = (total: number, perPage: number) => Math.max(1, Math.ceil(total / perPage))

/** The same address with other parameters; an empty one is left out. */
export function withParams(url: URL, changes: Record<string, string | undefined>): string {
  const search = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) search.set(name, value)
    else search.delete(name)
  }
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}`
}
