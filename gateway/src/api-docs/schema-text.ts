type Schema = Record<string, unknown>

/** Deep enough for every view of ours; a schema that contains itself ends here. */
const deepest = 8

/** A JSON Schema as a programmer would write the type: short, and readable aloud. */
export function schemaText(schema: unknown, indent = '', depth = 0): string {
  if (!isSchema(schema) || Object.keys(schema).length === 0) return 'any'
  if (depth > deepest) return '…'
  const inner = (value: unknown, more = '') => schemaText(value, indent + more, depth + 1)
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'any'
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const alternatives = schema.anyOf ?? schema.oneOf
  if (Array.isArray(alternatives)) return alternatives.map((one) => inner(one)).join(' | ')
  if (Array.isArray(schema.allOf)) return schema.allOf.map((one) => inner(one)).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => inner({ ...schema, type })).join(' | ')
  if (schema.type === 'array') return `${inner(schema.items)}[]`
  if (schema.type === 'object') return objectText(schema, indent, inner)
  return `${String(schema.type ?? 'any')}${limitsOf(schema)}`
}

function objectText(schema: Schema, indent: string, inner: (value: unknown, more: string) => string): string {
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : []
  if (properties.length === 0) {
    return isSchema(schema.additionalProperties) ? `{ [name]: ${inner(schema.additionalProperties, '')} }` : '{}'
  }
  const required = Array.isArray(schema.required) ? schema.required : []
  const lines = properties.map(
    ([name, value]) => `${indent}  ${name}${required.includes(name) ? '' : '?'}: ${inner(value, '  ')}`,
  )
  return `{\n${lines.join('\n')}\n${indent}}`
}

function limitsOf({ format, minimum, maximum, minLength, maxLength, default: byDefault }: Schema): string {
  const words = [
    format,
    minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? undefined : `≥ ${minimum}`,
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : `≤ ${maximum}`,
    minLength === undefined ? undefined : `min. ${minLength}`,
    maxLength === undefined ? undefined : `max. ${maxLength}`,
    byDefault === undefined ? undefined : `= ${JSON.stringify(byDefault)}`,
  ].filter((word) => word !== undefined)
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
