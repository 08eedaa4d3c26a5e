import { Binary, ObjectId, serialize, UUID } from 'bson'
import { badValue, CommandError, unsupported } from '../command-error.ts'
import { type Document, isLong, isPlainObject } from './document.ts'

const MAX_BYTES = 16 * 1024 * 1024
const MAX_DEPTH = 100

/**
 * Checks that a document can be stored (types, depth, size), makes it independent of the network message that it
 * came in, and gives its bytes. Works in place: the caller owns the document.
 * @throws CommandError naming the field that cannot be stored
 */
export function prepareForStorage(document: Document): Uint8Array {
  assertId(document._id)
  prepare(document, '', 1)
  const bytes = serialize(document, { ignoreUndefined: true })
  if (bytes.length > MAX_BYTES)
    throw new CommandError(10334, 'BSONObjectTooLarge', `The document is larger than ${MAX_BYTES} bytes.`)
  return bytes
}

function assertId(id: unknown) {
  if (Array.isArray(id) || id instanceof RegExp)
    throw new CommandError(53, 'InvalidIdField', "The '_id' value cannot be an array or a regular expression.")
}

function prepare(container: Document | unknown[], path: string, depth: number) {
  if (depth > MAX_DEPTH) throw badValue(`The document is nested deeper than ${MAX_DEPTH} levels.`)
  for (const [name, value] of Object.entries(container)) {
    if (typeof value !== 'object' || value === null) continue
    const field = path ? `${path}.${name}` : name
    if (Array.isArray(value)) prepare(value, field, depth + 1)
    else if (isPlainObject(value)) {
      assertFieldNames(value, field)
      prepare(value, field, depth + 1)
    } else if (value instanceof Binary) (container as Document)[name] = compact(value)
    else if (!isStorable(value)) throw unsupported(`values of type ${value.constructor?.name} (field '${field}')`)
  }
  if (depth === 1) assertFieldNames(container as Document, '')
}

/** Names that would change what a document is once it is a JavaScript object. */
function assertFieldNames(document: Document, path: string) {
  for (const name of ['__proto__', '_bsontype'])
    if (Object.hasOwn(document, name)) throw unsupported(`fields named '${name}'${path && ` (in '${path}')`}`)
}

const isStorable = (value: object) =>
  value instanceof ObjectId || value instanceof Date || value instanceof RegExp || isLong(value)

/** `bson` gives binary values as windows on the whole message, which would stay in memory with them. */
function compact(value: Binary): Binary {
  const bytes = value.buffer.subarray(0, value.position)
  if (bytes.byteLength === bytes.buffer.byteLength) return value
  const copy = Uint8Array.from(bytes)
  return value instanceof UUID ? new UUID(copy) : new Binary(copy, value.sub_type)
}
