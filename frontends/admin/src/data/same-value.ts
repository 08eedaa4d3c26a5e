/** Equality of form values: an empty field is an empty field, be it `''`, `null`, `undefined` or an empty list. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isEmptyValue(one) && isEmptyValue(other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => sameValue(each, other[index]))
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].every((key) => sameValue(one[key], other[key]))
  }
  return Object.is(one, other)
}

const isEmptyValue = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
