import { type HeadingLine, headingsOf } from './headings-of.ts'
import type { Block, Inline, ListItem, RichText, Table, TableCell, TextNode } from './rich-text.ts'
import { inlineText } from './to-text.ts'

export type HtmlOptions = {
  /** Put before every heading id; give the same to `headingsOf`. */
  idPrefix?: string
  /** Hosts of the family of sites (`www.midi-quercy.fr`): links to them are not external. */
  ownHosts?: readonly string[]
}

type Page = {
  headings: Iterator<HeadingLine>
  heading: string
  tableLabels: Map<string, number>
  ownHosts: Set<string>
}

/**
 * Renders an accepted rich text as HTML, everything escaped. Headings have the ids of `headingsOf`; a table stands in a region
 * that scrolls with the keyboard; links to other hosts have `rel="noopener"`. Headings without text are left out (WCAG 1.3.1).
 */
export function toHtml(doc: RichText, { idPrefix = '', ownHosts = [] }: HtmlOptions = {}): string {
  const headings = headingsOf(doc, { idPrefix }).values()
  const page = { headings, heading: '', tableLabels: new Map<string, number>(), ownHosts: new Set(ownHosts) }
  return blocksHtml(doc.content, page)
}

const blocksHtml = (blocks: readonly Block[], page: Page) => blocks.map((block) => blockHtml(block, page)).join('\n')

function blockHtml(block: Block, page: Page): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content, page)}</p>`
    case 'heading': {
      if (inlineText(block.content).trim() === '') return ''
      const { id, text } = page.headings.next().value as HeadingLine
      page.heading = text
      return `<h${block.attrs.level} id="${escapeHtml(id)}">${inlineHtml(block.content, page)}</h${block.attrs.level}>`
    }
    case 'bulletList':
      return `<ul>${block.content.map((item) => itemHtml(item, page)).join('')}</ul>`
    case 'orderedList': {
      const start = block.attrs && block.attrs.start !== 1 ? ` start="${block.attrs.start}"` : ''
      return `<ol${start}>${block.content.map((item) => itemHtml(item, page)).join('')}</ol>`
    }
    case 'blockquote':
      return `<blockquote>${blocksHtml(block.content, page)}</blockquote>`
    case 'table':
      return tableHtml(block, page)
    case 'horizontalRule':
      return '<hr>'
  }
}

const itemHtml = (item: ListItem, page: Page) => `<li>${tightHtml(item.content, page)}</li>`

/** A first paragraph alone, or followed by lists only, needs no `<p>` in an item or a cell. */
function tightHtml(blocks: readonly Block[], page: Page): string {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || rest.some(({ type }) => !type.endsWith('List'))) return blocksHtml(blocks, page)
  const lead = inlineHtml(first.content, page)
  return rest.length === 0 ? lead : `${lead}\n${blocksHtml(rest, page)}`
}

function tableHtml({ content: rows }: Table, page: Page): string {
  const label = `aria-label="${escapeHtml(tableLabel(page))}"`
  const [first, ...others] = rows
  const hasHead = others.length > 0 && first?.content.every(({ type }) => type === 'tableHeader')
  const head = hasHead && first ? `<thead><tr>${cellsHtml(first.content, true, page)}</tr></thead>` : ''
  const body = (hasHead ? others : rows)
    .map((row, index) => `<tr>${cellsHtml(row.content, !hasHead && index === 0, page)}</tr>`)
    .join('\n')
  const table = `<table>${head}<tbody>${body}</tbody></table>`
  return `<div class="table-scroll" role="region" tabindex="0" ${label}>${table}</div>`
}

/** A header in the first row names its column; further down it names its row. */
function cellsHtml(cells: readonly TableCell[], firstRow: boolean, page: Page): string {
  const render = ({ type, content = [] }: TableCell) => {
    const [open, close] = type === 'tableCell' ? ['td', 'td'] : [`th scope="${firstRow ? 'col' : 'row'}"`, 'th']
    return `<${open}>${tightHtml(content, page)}</${close}>`
  }
  return cells.map(render).join('\n')
}

/** Two regions of a page must not have the same name (WCAG 4.1.2): the heading above names the table, then a number. */
function tableLabel({ heading, tableLabels }: Page): string {
  const name = heading === '' ? 'Tableau' : `Tableau : ${heading}`
  const count = (tableLabels.get(name) ?? 0) + 1
  tableLabels.set(name, count)
  return count === 1 ? name : `${name} (${count})`
}

/** Neighbouring texts of one link become one `<a>`, so that a link with a bold word stays one link. */
function inlineHtml(content: readonly Inline[] | undefined, page: Page): string {
  let html = ''
  let open: string | undefined
  for (const node of content ?? []) {
    const href = node.type === 'text' ? hrefOf(node) : undefined
    if (href !== open) {
      if (open !== undefined) html += '</a>'
      if (href !== undefined) html += `<a href="${escapeHtml(href)}"${isExternal(href, page) ? ' rel="noopener"' : ''}>`
      open = href
    }
    html += node.type === 'text' ? emphasisHtml(node) : '<br>'
  }
  return open === undefined ? html : `${html}</a>`
}

const hrefOf = (node: TextNode) => node.marks?.find((mark) => mark.type === 'link')?.attrs.href

function isExternal(href: string, { ownHosts }: Page): boolean {
  return /^https?:/i.test(href) && !ownHosts.has(new URL(href).host)
}

function emphasisHtml({ text, marks = [] }: TextNode): string {
  let html = escapeHtml(text)
  if (marks.some(({ type }) => type === 'italic')) html = `<em>${html}</em>`
  if (marks.some(({ type }) => type === 'bold')) html = `<strong>${html}</strong>`
  return html
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
