/** A drawing made clean; texts are strings. */
export type Drawn = { name: string; attributes: Record<string, string>; children: (Drawn | string)[] }

/**
 * How many elements a browser draws once every `#part` is followed, `Infinity` when parts refer to each other in a circle: ten
 * lines of `use` upon `use` draw a billion.
 */
export function drawnWeight(root: Drawn): number {
  const parts = new Map<string, Drawn>()
  collect(root, parts)
  const known = new Map<Drawn, number>()
  const open = new Set<Drawn>()

  function weigh(element: Drawn): number {
    const before = known.get(element)
    if (before !== undefined) return before
    if (open.has(element)) return Number.POSITIVE_INFINITY
    open.add(element)
    let weight = 1
    for (const id of referencesOf(element)) {
      const part = parts.get(id)
      if (part) weight += weigh(part)
    }
    for (const child of element.children) if (typeof child !== 'string') weight += weigh(child)
    open.delete(element)
    known.set(element, weight)
    return weight
  }
  return weigh(root)
}

function collect(element: Drawn, parts: Map<string, Drawn>) {
  const { id } = element.attributes
  if (id !== undefined && !parts.has(id)) parts.set(id, element)
  for (const child of element.children) if (typeof child !== 'string') collect(child, parts)
}

function referencesOf({ attributes }: Drawn): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    name.endsWith('href')
      ? [value.replace(/^#/, '')]
      : [...value.matchAll(/url\(\s*["']?#([\w.:-]+)/gi)].map((match) => match[1] ?? ''),
  )
}
