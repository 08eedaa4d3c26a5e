import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml'
import { PictureRefused } from './picture-refused.ts'
import { allowedAttributes, allowedElements, isSafeReference, isSafeStyle, unwrappedElements } from './svg-allowed.ts'
import { type Drawn, drawnWeight } from './svg-weight.ts'

/** Bytes: a logo has some thousands; an SVG above is a map or a photo in disguise. */
const maxBytes = 1_000_000
const maxElements = 20_000
const maxDepth = 64
/** Elements to draw once references are followed. */
const maxWeight = 100_000

export type CleanSvg = {
  svg: string
  /** What was taken out, each once: `script`, `path[onclick]`. Empty when the drawing was clean. */
  removed: string[]
}

/**
 * Reads a drawing and writes it anew with only the elements and attributes that draw (allow-lists in `svg-allowed.ts`): no
 * script, no event, no foreign content, nothing fetched from elsewhere. What is unknown goes; what shows a will to harm or costs
 * too much to draw is refused. Serve the result as a file, by `<img>`: its style sheet would reach a page it is written into.
 * @throws {PictureRefused} `svg-unsafe` (entities), `svg-unreadable`, `svg-too-complex`, `too-heavy`.
 */
export function cleanSvg(text: string): CleanSvg {
  if (Buffer.byteLength(text) > maxBytes)
    throw new PictureRefused(
      'too-heavy',
      'Ce dessin SVG est trop lourd\u00a0: 1\u00a0Mo au plus. Simplifiez-le ou exportez-le en PNG.',
    )
  const root = parsed(withoutDocumentType(text))
  const removed = new Set<string>()
  const state = { removed, elements: 0 }
  const drawing = cleaned(root, state, 1)[0]
  if (typeof drawing !== 'object') throw unreadableSvg()
  if (drawnWeight(drawing) > maxWeight) throw tooComplex()
  drawing.attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    ...drawing.attributes,
  }
  return { svg: written(drawing), removed: [...removed] }
}

/** Drawing programs write a plain document type, which does nothing; one that declares entities is an attack. */
function withoutDocumentType(text: string): string {
  const start = text.search(/<!DOCTYPE/i)
  const end = start < 0 ? -1 : text.indexOf('>', start)
  const type = start < 0 ? '' : text.slice(start, end < 0 ? undefined : end + 1)
  if (type.includes('[') || /<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
    throw new PictureRefused(
      'svg-unsafe',
      'Ce dessin SVG contient des déclarations qui peuvent nuire. Exportez-le de nouveau depuis un logiciel de dessin, en «\u00a0SVG simple\u00a0».',
    )
  return (start < 0 ? text : text.slice(0, start) + text.slice(start + type.length)).replace(/^\ufeff/, '')
}

function parsed(text: string): XmlElement {
  try {
    const { root } = parseXml(text)
    if (root?.name === 'svg') return root
  } catch (error) {
    // A RangeError is the parser's stack: nested without end.
    throw error instanceof RangeError ? tooComplex() : unreadableSvg(error)
  }
  throw unreadableSvg()
}

type State = { removed: Set<string>; elements: number }

/** Nothing, the element made clean, or its clean children when the element itself does not draw. */
function cleaned(element: XmlElement, state: State, depth: number): (Drawn | string)[] {
  if (++state.elements > maxElements || depth > maxDepth) throw tooComplex()
  const { name } = element
  const unwrapped = unwrappedElements.has(name)
  if (unwrapped || !allowedElements.has(name)) state.removed.add(name)
  if (!unwrapped && !allowedElements.has(name)) return []
  const children = element.children.flatMap((child) => {
    if (child instanceof XmlElement) return cleaned(child, state, depth + 1)
    return child instanceof XmlText || child instanceof XmlCdata ? [child.text] : []
  })
  if (unwrapped) return children
  if (name === 'style' && !(children.every((child) => typeof child === 'string') && isSafeStyle(children.join('')))) {
    state.removed.add('style')
    return []
  }
  return [{ name, attributes: cleanAttributes(element, state), children }]
}

function cleanAttributes({ name, attributes }: XmlElement, { removed }: State): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue
    const reference = attribute === 'href' || attribute === 'xlink:href'
    const safe = reference ? isSafeReference(name, value) : allowedAttributes.has(attribute) && isSafeStyle(value)
    if (safe) kept[attribute] = value
    else removed.add(`${name}[${attribute}]`)
  }
  return kept
}

function written({ name, attributes, children }: Drawn): string {
  const open = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`
  if (children.length === 0) return `<${open}/>`
  return `<${open}>${children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('')}</${name}>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '')

const unreadableSvg = (cause?: unknown) =>
  new PictureRefused(
    'svg-unreadable',
    'Ce fichier SVG est mal formé. Ouvrez-le dans un logiciel de dessin, enregistrez-le en «\u00a0SVG simple\u00a0» puis renvoyez-le.',
    { cause },
  )

const tooComplex = () =>
  new PictureRefused(
    'svg-too-complex',
    'Ce dessin SVG est trop compliqué pour une page. Simplifiez-le ou exportez-le en PNG.',
  )
