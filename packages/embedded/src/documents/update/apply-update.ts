import { badValue, CommandError, unsupported } from '../command-error.ts'
import { copyOf, type Document, isPlainObject, ownField } from '../values/document.ts'
import { sameValue } from '../values/same-value.ts'
import { fieldOperators, neverCreates } from './field-operators.ts'
import { assertFiltersUsed, assertNoConflict, expandPath, type Positions, parseArrayFilters } from './update-paths.ts'
import { writeAtPath } from './write-at-path.ts'

/** One assignment of an update: `$set: { a: 1, b: 2 }` are two. */
type Step = { operator: string; path: string; operand: unknown }

/** An update that was read and checked, to be applied to any number of documents. */
export type Update = (document: Document, inserting?: boolean) => Document

export type UpdateOptions = { filter: unknown; arrayFilters?: unknown; now?: Date }

/**
 * Reads an update. The function that it gives never changes its argument: it answers a new document,
 * with the same `_id`.
 */
export function compileUpdate(update: unknown, { filter, arrayFilters, now = new Date() }: UpdateOptions): Update {
  if (Array.isArray(update)) throw unsupported('updates by an aggregation pipeline')
  if (!isPlainObject(update)) throw badValue('An update must be a document.')
  const operators = Object.keys(update).filter((name) => name.startsWith('$'))
  if (operators.length === 0) return keepingId((document) => ({ _id: document._id, ...copyOf(update) }))
  if (operators.length < Object.keys(update).length)
    throw new CommandError(9, 'FailedToParse', 'An update is made either of operators or of fields, not of both.')
  const steps = operators.flatMap((operator) => stepsOf(operator, update[operator]))
  const paths = steps.map(({ path }) => path)
  assertNoConflict(paths)
  const positions: Positions = { filter, arrayFilters: parseArrayFilters(arrayFilters) }
  assertFiltersUsed(positions.arrayFilters, paths)
  const roots = new Set(paths.map((path) => path.split('.', 1)[0] as string))
  return keepingId((document, inserting) => {
    // Only what the steps reach into is copied; the rest is shared, since stored documents are never changed in place.
    const changed = { ...document }
    for (const root of roots) if (Object.hasOwn(changed, root)) changed[root] = copyOf(changed[root])
    for (const step of steps) {
      if (step.operator !== '$setOnInsert') applyStep(changed, step, positions, now)
      else if (inserting) applyStep(changed, { ...step, operator: '$set' }, positions, now)
    }
    return changed
  })
}

/** Whether an update replaces the whole document. */
export const isReplacement = (update: unknown) =>
  isPlainObject(update) && !Object.keys(update).some((name) => name.startsWith('$'))

function stepsOf(operator: string, operands: unknown): Step[] {
  if (!isPlainObject(operands)) throw badValue(`${operator} needs a document.`)
  if (operator === '$rename') return renameSteps(operands)
  if (operator !== '$setOnInsert' && !Object.hasOwn(fieldOperators, operator))
    throw unsupported(`the update operator ${operator}`)
  return Object.entries(operands).map(([path, operand]) => ({ operator, path, operand }))
}

/** `$rename` is the only operator about two paths: it is told twice, so that conflicts with either are seen. */
function renameSteps(operands: Document): Step[] {
  return Object.entries(operands).flatMap(([path, target]) => {
    if (typeof target !== 'string' || /\$/.test(path + target))
      throw badValue(`$rename of '${path}' needs a plain path.`)
    return [
      { operator: '$rename', path, operand: target },
      { operator: 'renamed', path: target, operand: path },
    ]
  })
}

function applyStep(document: Document, { operator, path, operand }: Step, positions: Positions, now: Date) {
  if (operator === 'renamed') return
  if (operator === '$rename') return rename(document, path, operand as string)
  const compute = fieldOperators[operator]
  if (!compute) throw unsupported(`the update operator ${operator}`)
  for (const segments of expandPath(document, path, positions))
    writeAtPath(document, segments, !neverCreates.has(operator), (current) =>
      compute(current, copyOf(operand), { path, now }),
    )
}

function rename(document: Document, path: string, target: string) {
  let moved: unknown
  writeAtPath(document, path.split('.'), false, (current) => {
    moved = current
    return undefined
  })
  if (moved !== undefined) writeAtPath(document, target.split('.'), true, () => moved)
}

function keepingId(update: (document: Document, inserting: boolean) => Document): Update {
  return (document, inserting = false) => {
    const changed = update(document, inserting)
    const before = ownField(document, '_id')
    if (before !== undefined && !sameValue(before, changed._id))
      throw new CommandError(
        66,
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    return changed
  }
}
