const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether something has all that is wanted of it; it may have more, for Keycloak fills in what is not said. Lists have
 * the same members, in any order; members that have a name are compared as wanted.
 */
export function covers(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false
    return wanted.every((one) => actual.some((other) => covers(other, one)))
  }
  if (isObject(wanted)) {
    return isObject(actual) && Object.entries(wanted).every(([name, value]) => covers(actual[name], value))
  }
  return actual === wanted
}
