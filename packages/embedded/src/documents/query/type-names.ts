import { Binary, ObjectId } from 'bson'
import { badValue } from '../command-error.ts'
import { isLong, isPlainObject } from '../values/document.ts'

type Test = (value: unknown) => boolean
const isInt32 = (value: unknown) => Number.isInteger(value) && value === (Number(value) | 0)
const isNumber = (value: unknown) => typeof value === 'number' || isLong(value)

/** `$type` by name and by number. Whole numbers are `int` when they fit, `long` or `double` otherwise: both match. */
const tests: Record<string, { code: number; test: Test }> = {
  double: { code: 1, test: (value) => typeof value === 'number' && !isInt32(value) },
  string: { code: 2, test: (value) => typeof value === 'string' },
  object: { code: 3, test: isPlainObject },
  array: { code: 4, test: Array.isArray },
  binData: { code: 5, test: (value) => value instanceof Binary },
  objectId: { code: 7, test: (value) => value instanceof ObjectId },
  bool: { code: 8, test: (value) => typeof value === 'boolean' },
  date: { code: 9, test: (value) => value instanceof Date },
  null: { code: 10, test: (value) => value === null },
  regex: { code: 11, test: (value) => value instanceof RegExp },
  int: { code: 16, test: isInt32 },
  long: { code: 18, test: (value) => isLong(value) || (Number.isInteger(value) && !isInt32(value)) },
  number: { code: -1, test: isNumber },
}

export function bsonTypeTest(type: unknown): Test {
  const found = typeof type === 'string' ? tests[type] : Object.values(tests).find(({ code }) => code === type)
  if (!found) throw badValue(`Unknown type name or number for $type: ${String(type)}`)
  return found.test
}
