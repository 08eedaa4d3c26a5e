import { Binary, ObjectId } from 'bson'
import { unsupported } from '../command-error.ts'
import { type Document, isLong, isPlainObject } from './document.ts'

/**
 * MongoDB's order of values, as strings that compare the same way with `<`: one definition of equality and order
 * for filters, sorts and indexes. A key is self-delimiting, so keys of several fields can simply be joined.
 * Source: "Comparison/Sort Order" in MongoDB's manual; numbers of all types compare by value, a missing field is null.
 */
export function orderKey(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `${TYPE.string}${textKey(value)}`
    case 'number':
      return `${TYPE.number}${doubleKey(value)}\0`
    case 'boolean':
      return value ? `${TYPE.boolean}1` : `${TYPE.boolean}0`
    case 'undefined':
      return TYPE.null
  }
  if (value === null) return TYPE.null
  if (value instanceof ObjectId) return `${TYPE.objectId}${value.toHexString()}`
  if (value instanceof Date) return `${TYPE.date}${doubleKey(value.getTime())}`
  if (Array.isArray(value)) return `${TYPE.array}${value.map(orderKey).join('')}\0`
  if (isPlainObject(value)) return `${TYPE.object}${fieldKeys(value)}\0`
  if (value instanceof Binary) return binaryKey(value)
  if (isLong(value)) return `${TYPE.number}${doubleKey(value.toNumber())}\x01${value.toString()}\0`
  if (value instanceof RegExp) return `${TYPE.regex}${textKey(value.source)}${textKey(value.flags)}`
  throw unsupported(`values of type ${(value as object).constructor?.name}`)
}

/** First characters of the keys, in MongoDB's order of types. `empty` is an empty array in an index or a sort. */
export const TYPE = {
  empty: '_',
  null: 'a',
  number: 'b',
  string: 'c',
  object: 'd',
  array: 'e',
  binary: 'f',
  objectId: 'g',
  boolean: 'h',
  date: 'i',
  regex: 'k',
} as const

/** The type that a key begins with: values of different types are never greater or less in a filter, only in a sort. */
export const typeOfKey = (key: string) => key.charAt(0)

/** The key that orders the other way round, for descending index fields. */
export function reversedKey(key: string): string {
  let reversed = ''
  for (let i = 0; i < key.length; i++) reversed += String.fromCharCode(0xffff - key.charCodeAt(i))
  return reversed
}

export const compareKeys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
const highHalf = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

function doubleKey(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0'
  double[0] = value === 0 ? 0 : value
  const high = halves[highHalf] as number
  const low = halves[1 - highHalf] as number
  // IEEE 754 bits order like integers once the sign bit is turned over, or all bits for negative numbers.
  const [h, l] = high >>> 31 ? [~high, ~low] : [high ^ 0x80000000, low]
  return String.fromCharCode((h >>> 16) & 0xffff, h & 0xffff, (l >>> 16) & 0xffff, l & 0xffff)
}

const needsCare = /[\0\ud800-\uffff]/

/** Order by code point (as UTF-8 bytes would) where JavaScript orders by UTF-16 unit; `\0\0` ends the text. */
function textKey(text: string): string {
  if (!needsCare.test(text)) return `${text}\0\0`
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0) key += '\0\x01'
    else key += String.fromCharCode(unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)
  }
  return `${key}\0\0`
}

function fieldKeys(document: Document): string {
  let keys = ''
  for (const [name, value] of Object.entries(document)) {
    const key = orderKey(value)
    keys += `${typeOfKey(key)}${textKey(name)}${key}`
  }
  return keys
}

function binaryKey(value: Binary): string {
  const bytes = value.buffer.subarray(0, value.position)
  return `${TYPE.binary}${doubleKey(bytes.length)}${String.fromCharCode(value.sub_type)}${Buffer.from(bytes).toString('latin1')}`
}
