type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema | boolean
  prefixItems?: JsonSchema[]
  additionalProperties?: JsonSchema | boolean
}

const simple: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

/**
 * Writes a JSON Schema as a TypeScript type. Formats, lengths and patterns have no type: the server checks them.
 * @param named names of `$defs` and of `#` (a schema that holds itself), to be declared by the caller
 */
export function typeOfSchema(schema: JsonSchema | boolean | undefined, named: (ref: string) => string): string {
  if (schema === undefined || schema === true) return 'unknown'
  if (schema === false) return 'never'
  if (schema.$ref !== undefined) return named(schema.$ref)
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ') || 'never'
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.map((one) => `(${typeOfSchema(one, named)})`).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOfSchema(one, named)})`).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOfSchema({ ...schema, type }, named)).join(' | ')
  if (schema.type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map((item) => typeOfSchema(item, named)).join(', ')}]`
    return `(${typeOfSchema(schema.items, named)})[]`
  }
  if (schema.type === 'object' || schema.properties) return objectType(schema, named)
  return simple[schema.type ?? ''] ?? 'unknown'
}

function objectType(
  { properties, required = [], additionalProperties }: JsonSchema,
  named: (ref: string) => string,
): string {
  if (!properties) {
    return typeof additionalProperties === 'object'
      ? `Record<string, ${typeOfSchema(additionalProperties, named)}>`
      : 'Record<string, unknown>'
  }
  const fields = Object.entries(properties).map(([name, property]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)
    return required.includes(name)
      ? `${key}: ${typeOfSchema(property, named)}`
      : `${key}?: ${typeOfSchema(property, named)} | undefined`
  })
  return `{ ${fields.join('; ')} }`
}
