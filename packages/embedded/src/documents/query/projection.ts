import { badValue, unsupported } from '../command-error.ts'
import { type Document, isPlainObject, ownField } from '../values/document.ts'
import { compileElement } from './filter.ts'
import { matchingIndex } from './matching-index.ts'

export type Projection = (document: Document) => Document

/** What happens to a field: kept or dropped whole, parts of it, or its array cut. */
type Rule = 'keep' | 'drop' | Rules | ((value: unknown) => unknown)
type Rules = Map<string, Rule>

/**
 * Reads the projection of a `find`: fields to keep or to leave out, `$slice`, `$elemMatch` and `array.$`.
 * @param filter what `array.$` refers to
 */
export function compileProjection(projection: unknown, filter: unknown): Projection | undefined {
  if (projection === undefined || projection === null) return undefined
  if (!isPlainObject(projection)) throw badValue('A projection must be a document.')
  const entries = Object.entries(projection)
  if (entries.length === 0) return undefined
  const rules: Rules = new Map()
  const kinds = new Set<'keep' | 'drop'>()
  for (const [path, spec] of entries) {
    const { rule, kind } = readRule(path, spec, filter)
    if (kind && !(path === '_id' && entries.length > 1)) kinds.add(kind)
    addRule(rules, path.replace(/\.\$$/, '').split('.'), rule, path)
  }
  if (kinds.size > 1) throw badValue('A projection either keeps fields or leaves fields out, not both.')
  const isInclusive = kinds.has('keep') || (kinds.size === 0 && rules.get('_id') === 'keep')
  if (isInclusive && !rules.has('_id')) rules.set('_id', 'keep')
  return (document) => project(document, rules, isInclusive)
}

function readRule(path: string, spec: unknown, filter: unknown): { rule: Rule; kind?: 'keep' | 'drop' } {
  if (path.endsWith('.$')) return { rule: positional(path.slice(0, -2), filter), kind: 'keep' }
  if (spec === true || (typeof spec === 'number' && spec !== 0)) return { rule: 'keep', kind: 'keep' }
  if (spec === false || spec === 0) return { rule: 'drop', kind: 'drop' }
  if (isPlainObject(spec)) {
    const [operator] = Object.keys(spec)
    if (operator === '$slice') return { rule: slicing(spec.$slice) }
    if (operator === '$elemMatch') return { rule: firstMatch(spec.$elemMatch), kind: 'keep' }
    if (!operator?.startsWith('$')) throw unsupported(`nested documents in a projection ('${path}': use dotted paths)`)
    throw unsupported(`the projection operator ${operator}`)
  }
  throw unsupported(`expressions in the projection of a find ('${path}')`)
}

function addRule(rules: Rules, [segment = '', ...rest]: string[], rule: Rule, path: string) {
  if (segment.startsWith('$')) throw badValue(`The projection path '${path}' is not valid.`)
  const existing = rules.get(segment)
  if (rest.length === 0) {
    if (existing !== undefined) throw badValue(`Path collision at '${path}' in the projection.`)
    return void rules.set(segment, rule)
  }
  const inner: Rules = existing instanceof Map ? existing : new Map()
  if (existing !== undefined && existing !== inner) throw badValue(`Path collision at '${path}' in the projection.`)
  rules.set(segment, inner)
  addRule(inner, rest, rule, path)
}

function project(document: Document, rules: Rules, isInclusive: boolean): Document {
  const projected: Document = {}
  for (const name of Object.keys(document)) {
    const rule = rules.get(name) ?? (isInclusive ? 'drop' : 'keep')
    const value = applyRule(ownField(document, name), rule, isInclusive)
    if (value !== undefined) projected[name] = value
  }
  return projected
}

function applyRule(value: unknown, rule: Rule, isInclusive: boolean): unknown {
  if (rule === 'keep') return value
  if (rule === 'drop') return undefined
  if (typeof rule === 'function') return rule(value)
  if (isPlainObject(value)) return project(value, rule, isInclusive)
  if (Array.isArray(value))
    return value.map((element) => applyRule(element, rule, isInclusive)).filter((element) => element !== undefined)
  return isInclusive ? undefined : value
}

function slicing(spec: unknown): (value: unknown) => unknown {
  const [skip, count] = Array.isArray(spec) ? spec : [undefined, spec]
  if (!Number.isInteger(count) || (skip !== undefined && (!Number.isInteger(skip) || count <= 0)))
    throw badValue('$slice needs a number, or [skip, number].')
  return (value) => {
    if (!Array.isArray(value)) return value
    if (skip === undefined) return count < 0 ? value.slice(count) : value.slice(0, count)
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(start, start + count)
  }
}

function firstMatch(condition: unknown): (value: unknown) => unknown {
  const matches = compileElement(condition)
  return (value) => {
    const found = Array.isArray(value) ? value.findIndex(matches) : -1
    return found === -1 ? undefined : [(value as unknown[])[found]]
  }
}

function positional(path: string, filter: unknown): (value: unknown) => unknown {
  return (value) => {
    if (!Array.isArray(value)) return value
    const index = matchingIndex(filter, path, value)
    if (index === -1) throw badValue(`The filter does not say which element '${path}.$' is.`)
    return [value[index]]
  }
}
