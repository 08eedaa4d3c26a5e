import { deserialize, serialize } from 'bson'
import type { Document } from '../values/document.ts'

/** The messages of MongoDB's wire protocol that clients still send. OP_QUERY only says the first hello. */
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

const HEADER_BYTES = 16
/** `bson` writes into a buffer of 17 MiB and cuts off in silence what does not fit. */
const MAX_REPLY_BYTES = 16.5 * 1024 * 1024
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

export type Request = {
  id: number
  command: Document
  /** False for writes with `w: 0`, whose sender wants no answer. */
  wantsReply: boolean
  isLegacy: boolean
}

/** @throws when the message is none that a MongoDB client of today sends, or is damaged */
export function parseRequest(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const operation = message.readInt32LE(12)
  if (operation === OP_QUERY) return { id, command: parseQuery(message), wantsReply: true, isLegacy: true }
  if (operation !== OP_MSG) throw new Error(`The operation ${operation} of the wire protocol is not supported.`)
  const flags = message.readUInt32LE(HEADER_BYTES)
  const end = flags & CHECKSUM_PRESENT ? message.length - 4 : message.length
  const command = parseSections(message.subarray(HEADER_BYTES + 4, end))
  return { id, command, wantsReply: !(flags & MORE_TO_COME), isLegacy: false }
}

/** flags, collection name, two numbers, then the command. */
function parseQuery(message: Buffer): Document {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4)
  return { ...deserialize(message.subarray(nameEnd + 9)), $db: 'admin' }
}

/** One section of kind 0 is the command; those of kind 1 are long arrays of documents that belong into it. */
function parseSections(bytes: Buffer): Document {
  let command: Document | undefined
  const sequences: Document = {}
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes[at]
    const length = bytes.readInt32LE(at + 1)
    const section = bytes.subarray(at + 1, at + 1 + length)
    if (kind === 0) command = deserialize(section)
    else if (kind === 1) Object.assign(sequences, parseSequence(section))
    else throw new Error(`A section of kind ${kind} is not possible.`)
    at += 1 + length
  }
  if (!command) throw new Error('A message without a command is not possible.')
  return Object.assign(command, sequences)
}

function parseSequence(section: Buffer): Document {
  const nameEnd = section.indexOf(0, 4)
  const documents: Document[] = []
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at)
    documents.push(deserialize(section.subarray(at, at + length)))
    at += length
  }
  return { [section.toString('utf8', 4, nameEnd)]: documents }
}

function encodeBody(reply: Document): Uint8Array {
  const body = serialize(reply, { ignoreUndefined: true })
  if (body.length <= MAX_REPLY_BYTES) return body
  return serialize({ ok: 0, code: 10334, codeName: 'BSONObjectTooLarge', errmsg: 'The reply is larger than 16 MiB.' })
}

let lastReplyId = 0

/** @param reply a document, or one that is encoded already */
export function encodeReply({ id, isLegacy }: Request, reply: Document | Buffer): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : encodeBody(reply)
  // OP_MSG: flags and the kind of section, all zero. OP_REPLY: flags (8: can await), cursor, position, one document.
  const preamble = isLegacy ? Buffer.from([8, ...Array(15).fill(0), 1, 0, 0, 0]) : Buffer.alloc(5)
  const header = Buffer.alloc(HEADER_BYTES)
  lastReplyId = (lastReplyId + 1) & 0x7fffffff
  header.writeInt32LE(HEADER_BYTES + preamble.length + body.length, 0)
  header.writeInt32LE(lastReplyId, 4)
  header.writeInt32LE(id, 8)
  header.writeInt32LE(isLegacy ? OP_REPLY : OP_MSG, 12)
  return Buffer.concat([header, preamble, body])
}
