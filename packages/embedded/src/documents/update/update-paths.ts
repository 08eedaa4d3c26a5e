import { badValue, CommandError } from '../command-error.ts'
import { compileFilter, type Filter } from '../query/filter.ts'
import { matchingIndex } from '../query/matching-index.ts'
import { type Document, isPlainObject, ownField } from '../values/document.ts'

/** Where `$`, `$[]` and `$[name]` lead in one document. */
export type Positions = { filter: unknown; arrayFilters: Map<string, Filter> }

/** Reads `arrayFilters`: each document says, by the first part of its paths, which `$[name]` it is about. */
export function parseArrayFilters(arrayFilters: unknown): Map<string, Filter> {
  const filters = new Map<string, Filter>()
  if (arrayFilters === undefined) return filters
  if (!Array.isArray(arrayFilters)) throw badValue('arrayFilters must be an array.')
  for (const filter of arrayFilters) {
    const matches = compileFilter(filter)
    const names = new Set(identifiers(filter))
    const [name] = names
    if (names.size !== 1 || name === undefined)
      throw badValue('Each array filter must be about exactly one identifier.')
    if (filters.has(name)) throw badValue(`Found two array filters for the identifier '${name}'.`)
    filters.set(name, (element) => matches({ [name]: element }))
  }
  return filters
}

function identifiers(filter: Document): string[] {
  return Object.entries(filter).flatMap(([name, operand]) =>
    name.startsWith('$') ? (operand as Document[]).flatMap(identifiers) : [name.split('.')[0] as string],
  )
}

/** Refuses array filters that no path asks for: the update would not do what its author thinks. */
export function assertFiltersUsed(arrayFilters: Map<string, Filter>, paths: string[]) {
  for (const name of arrayFilters.keys())
    if (!paths.some((path) => path.split('.').includes(`$[${name}]`)))
      throw badValue(`The array filter for identifier '${name}' was not used in the update.`)
}

/** Replaces the positional parts of an update path by the array positions that they stand for in `document`. */
export function expandPath(document: Document, path: string, positions: Positions): string[][] {
  const segments = path.split('.')
  for (const segment of segments) {
    if (segment === '') throw badValue(`The update path '${path}' contains an empty field name.`)
    if (segment === '__proto__') throw badValue(`The update path '${path}' is not allowed.`)
  }
  if (!path.includes('$')) return [segments]
  return expand(document, [], segments, path, positions)
}

function expand(value: unknown, done: string[], rest: string[], path: string, positions: Positions): string[][] {
  const [segment, ...later] = rest
  if (segment === undefined) return [done]
  if (!segment.startsWith('$')) {
    const next = Array.isArray(value)
      ? value[Number(segment)]
      : isPlainObject(value)
        ? ownField(value, segment)
        : undefined
    return expand(next, [...done, segment], later, path, positions)
  }
  if (!Array.isArray(value))
    throw badValue(`The path '${done.join('.')}' must exist and be an array in order to apply the update '${path}'.`)
  const chosen = chosenIndexes(value, done, segment, positions)
  return chosen.flatMap((index) => expand(value[index], [...done, String(index)], later, path, positions))
}

function chosenIndexes(array: unknown[], at: string[], segment: string, { filter, arrayFilters }: Positions): number[] {
  if (segment === '$') {
    const index = matchingIndex(filter, at.join('.'), array)
    if (index === -1) throw badValue("The positional operator '$' did not find the match needed from the query.")
    return [index]
  }
  const all = [...array.keys()]
  if (segment === '$[]') return all
  const name = /^\$\[([a-z][a-zA-Z0-9]*)\]$/.exec(segment)?.[1]
  const matches = name === undefined ? undefined : arrayFilters.get(name)
  if (!matches) throw badValue(`No array filter found for the identifier in '${segment}'.`)
  return all.filter((index) => matches(array[index]))
}

/** Refuses an update that names a field twice, or a field and a part of it. */
export function assertNoConflict(paths: string[]) {
  const sorted = paths.map((path) => `${path}.`).sort()
  sorted.forEach((path, index) => {
    const next = sorted[index + 1]
    if (next?.startsWith(path)) {
      const [a, b] = [path.slice(0, -1), next.slice(0, -1)]
      throw new CommandError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${b}' would create a conflict at '${a}'`,
      )
    }
  })
}
