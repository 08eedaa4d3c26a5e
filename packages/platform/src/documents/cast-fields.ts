import mongoose, { type Schema, type SchemaType } from 'mongoose'

type Fields = Record<string, unknown>

/**
 * Makes of an aggregate's fields what is stored, by the schema's own casts: text is text, a date is a date. It is what
 * mongoose's documents and queries do, at a tenth of their cost, which was half of a command's.
 * @returns the function; `complete` is for new documents: what has a default gets it, what is required must be there
 * @throws StrictModeError for fields that the schema does not know, CastError, ValidationError
 */
export function createFieldCaster(schema: Schema): (fields: Fields, how?: { complete: boolean }) => Fields {
  const types = new Map<string, SchemaType>()
  schema.eachPath((name, type) => void types.set(name, type))
  return (fields, how) => {
    const cast: Fields = {}
    for (const [name, value] of Object.entries(fields)) {
      const type = types.get(name)
      if (!type) throw new mongoose.Error.StrictModeError(name)
      cast[name] = castTo(type, value)
    }
    if (!how?.complete) return cast
    for (const [name, type] of types) {
      if (cast[name] === undefined) cast[name] = defaultOf(type)
      if (type.isRequired && (cast[name] ?? null) === null) throw missing(name)
    }
    return cast
  }
}

/** Given no document to belong to, mongoose's own casts of an array would make one that watches its changes. */
function castTo(type: SchemaType, value: unknown): unknown {
  if (value === undefined || value === null || type instanceof mongoose.Schema.Types.Mixed) return value
  if (!(type instanceof mongoose.Schema.Types.Array)) return type.cast(value)
  if (!Array.isArray(value)) throw new mongoose.Error.CastError('Array', value, type.path)
  return value.map((item) => castTo(type.embeddedSchemaType, item))
}

function defaultOf(type: SchemaType): unknown {
  const { default: given } = type.options
  if (given === undefined && type instanceof mongoose.Schema.Types.Array) return []
  return typeof given === 'function' ? given() : structuredClone(given)
}

function missing(path: string) {
  const error = new mongoose.Error.ValidationError()
  error.addError(
    path,
    new mongoose.Error.ValidatorError({ path, type: 'required', message: `\`${path}\` is required.` }),
  )
  return error
}
