import { copyOf, type Document, isOperatorObject, isPlainObject } from '../values/document.ts'
import { writeAtPath } from './write-at-path.ts'

/** What an upsert starts from when nothing matched: the fields that the filter requires to equal a value. */
export function upsertBase(filter: unknown): Document {
  const base: Document = {}
  for (const [path, value] of equalities(filter)) writeAtPath(base, path.split('.'), true, () => copyOf(value))
  return base
}

function equalities(filter: unknown): [string, unknown][] {
  if (!isPlainObject(filter)) return []
  return Object.entries(filter).flatMap(([name, operand]): [string, unknown][] => {
    if (name === '$and') return (operand as unknown[]).flatMap(equalities)
    if (name.startsWith('$') || operand instanceof RegExp) return []
    if (!isOperatorObject(operand)) return [[name, operand]]
    return '$eq' in operand ? [[name, operand.$eq]] : []
  })
}
