/** Never written, wherever they appear at most two levels deep: secrets, and what people wrote. */
const secrets = new Set([
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'secretKey',
  'body',
  'text',
  'html',
])

const hidden = '[hidden]'
const deepest = 2

/** The same for values that pino serializes by their names. */
export const secretSerializers = Object.fromEntries([...secrets].map((name) => [name, () => hidden]))

/**
 * The same with secrets hidden; the very same object when there are none. pino's own `redact` does this by paths with
 * wildcards, which takes longer than everything else the gateway does for a request.
 */
export function hideSecrets<Value>(value: Value, depth = 0): Value {
  if (!isPlain(value)) return value
  let copy: Record<string, unknown> | undefined
  for (const key in value) {
    const before = value[key]
    const after = secrets.has(key) ? hidden : depth < deepest ? hideSecrets(before, depth + 1) : before
    if (after === before || before === undefined) continue
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
    copy[key] = after
  }
  return (copy ?? value) as Value
}

/** Objects with a way of their own to become JSON are none of our business: dates, addresses, what pino serializes. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  return !(value instanceof Error) && typeof (value as { toJSON?: unknown }).toJSON !== 'function'
}
