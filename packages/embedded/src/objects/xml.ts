import { S3Error } from './s3-error.ts'

/** An element to write: its name, and a text or more elements. */
export type XmlElement = readonly [name: string, content: string | number | boolean | readonly XmlElement[]]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Quotes stay as they are: the minio client's parser refuses texts with a thousand entities, and each ETag has two quotes. */
const escapeText = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? '')

const renderElement = ([name, content]: XmlElement, attributes = ''): string => {
  const inner = typeof content === 'object' ? content.map((child) => renderElement(child)).join('') : String(content)
  return `<${name}${attributes}>${typeof content === 'object' ? inner : escapeText(inner)}</${name}>`
}

/** A document of S3's namespace; errors have none. */
export const renderXml = (root: XmlElement, { namespace = true } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>${renderElement(root, namespace ? ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' : '')}`

/** An element that was read: names without prefixes, no attributes. */
type ParsedXml = { name: string; text: string; children: ParsedXml[] }

const deepest = 8
const malformed = () => new S3Error('MalformedXML', 'The body is not the XML that this operation expects.')

/**
 * Reads the small documents of S3 in one pass. No DOCTYPE, no CDATA, no comments: no client sends them,
 * and refusing them leaves no entities to expand.
 */
export function parseXml(source: string): ParsedXml {
  const document: ParsedXml = { name: '', text: '', children: [] }
  const open = [document]
  for (const [token, tag, text] of source.matchAll(/<([^<>]*)>|([^<]+)|</g)) {
    const current = open.at(-1)
    if (current === undefined || token === '<' || open.length > deepest) throw malformed()
    if (text !== undefined) current.text += unescapeText(text)
    else if (tag !== undefined && !tag.startsWith('?')) readTag(tag, current, open)
  }
  const [root, ...others] = document.children
  if (root === undefined || others.length > 0 || open.length !== 1) throw malformed()
  return root
}

function readTag(tag: string, current: ParsedXml, open: ParsedXml[]) {
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)(?=[\s/]|$)/.exec(tag)?.[1]
  if (name === undefined) throw malformed()
  if (tag.startsWith('/')) {
    if (current.name !== name || open.length === 1) throw malformed()
    open.pop()
    return
  }
  const element = { name, text: '', children: [] }
  current.children.push(element)
  if (!tag.endsWith('/')) open.push(element)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi, (_, decimal, hexadecimal, name) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    const plain = name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : named[name]
    if (plain === undefined) throw malformed()
    return plain
  })
}

/** The trimmed text of the child with this name. */
export const childText = (parent: ParsedXml, name: string) =>
  parent.children.find((child) => child.name === name)?.text.trim()
