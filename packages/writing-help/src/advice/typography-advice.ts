import { counted } from '@pmq/french'
import { type BodyNode, textIn, visit } from '../text/body-node.ts'
import { type Advice, adviceOf } from './advice.ts'

const slips = adviceOf('body.typography', 'body')

/** What French printers would mend. Addresses and hours (10:30) are left alone: a colon counts only before white space. */
const kinds: { find: RegExp; one: string; several: string; hint: string }[] = [
  {
    find: /(?<=\p{L})'(?=[\p{L}\d«])/gu,
    one: 'apostrophe droite',
    several: 'apostrophes droites',
    hint: 'l’apostrophe est courbe (’)',
  },
  {
    find: /(?<!\.)\.{3,}/g,
    one: 'suite de points',
    several: 'suites de points',
    hint: 'les points de suspension sont un seul signe (…)',
  },
  {
    find: /(?<=[\p{L}\p{N})»])[;!?](?=\s|$)|(?<=[\p{L}\p{N})»]):(?=\s|$)|(?<=\S) +(?:[;!?]+|:(?=\s|$))/gu,
    one: 'signe double sans espace insécable',
    several: 'signes doubles sans espace insécable',
    hint: 'une espace insécable précède «\u202f:\u202f», «\u202f;\u202f», «\u202f!\u202f» et «\u202f?\u202f»',
  },
  {
    find: /"[^"\n]*"|“[^”\n]*”/g,
    one: 'passage entre guillemets droits ou anglais',
    several: 'passages entre guillemets droits ou anglais',
    hint: 'les guillemets français sont «\u202fainsi\u202f»',
  },
  {
    find: /(?<=\S) {2,}(?=\S)/g,
    one: 'espace en double',
    several: 'espaces en double',
    hint: 'une espace suffit entre deux mots',
  },
]

/** Counts slips of French typography in the text; titles and summaries are mended when they are shown, and are not counted. */
export function typographyAdvice(body: BodyNode): Advice[] {
  const lines: string[] = []
  visit(body, {
    paragraph: (node) => void lines.push(textIn(node)),
    heading: (node) => void lines.push(textIn(node)),
  })
  const text = lines.join('\n')
  if (text.trim() === '') return []
  const found = kinds
    .map((kind) => ({ ...kind, count: text.match(kind.find)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
  if (found.length === 0) return slips.fine('La typographie est soignée.')
  const list = new Intl.ListFormat('fr', { type: 'conjunction' })
  return slips.better(
    `Le texte a ${list.format(found.map(({ count, one, several }) => counted(count, one, several)))}.`,
    `En français, ${list.format(found.map(({ hint }) => hint))}.`,
  )
}
