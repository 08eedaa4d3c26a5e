import { type BodyNode, textIn, visit } from './body-node.ts'

/** A paragraph of running text, with its words as one reads them. Paragraphs of tables are not running text. */
export type Passage = { text: string; inList: boolean }

/** The paragraphs that have words, in reading order: those of lists and quotes too, not those of tables. */
export function passagesOf(body: BodyNode): Passage[] {
  const passages: Passage[] = []
  visit(body, {
    paragraph(node, inside) {
      const text = textIn(node).trim()
      if (text !== '' && !inside.includes('table')) passages.push({ text, inList: inside.includes('listItem') })
    },
  })
  return passages
}
