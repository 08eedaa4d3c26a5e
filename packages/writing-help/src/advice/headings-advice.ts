import { counted } from '@pmq/french'
import { headingsOf, type RichText } from '@pmq/rich-text'
import { textIn, visit } from '../text/body-node.ts'
import { wordCountOf } from '../text/words-and-sentences.ts'
import { type Advice, adviceOf, quoted } from './advice.ts'
import { limits } from './limits.ts'

const presence = adviceOf('headings.presence', 'body')
const order = adviceOf('headings.order', 'body')
const empty = adviceOf('headings.empty', 'body')

/** Do headings help to find one's way, and do their levels follow each other? */
export function headingsAdvice(body: RichText): Advice[] {
  return [...presenceAdvice(body), ...orderAdvice(body), ...emptyAdvice(body)]
}

function presenceAdvice(body: RichText): Advice[] {
  const words = wordCountOf(body)
  const main = headingsOf(body).filter(({ level }) => level === 2).length
  if (words < limits.wordsWithoutHeading) return []
  if (main > 0)
    return presence.fine(
      `Le texte a ${counted(main, 'intertitre principal', 'intertitres principaux')} pour ${counted(words, 'mot')}.`,
    )
  return presence.better(
    `Le texte fait ${counted(words, 'mot')} sans intertitre de niveau\u00a02\u00a0: on n’y trouve pas d’un coup d’œil ce que l’on cherche.`,
    'Un intertitre toutes les trois ou quatre idées suffit.',
  )
}

function orderAdvice(body: RichText): Advice[] {
  const headings = headingsOf(body)
  const skipped = headings.find(({ level }, at) => level > (headings[at - 1]?.level ?? 1) + 1)
  if (headings.length === 0) return []
  if (skipped === undefined) return order.fine('Les niveaux des intertitres se suivent.')
  const before = headings[headings.indexOf(skipped) - 1]
  return order.toFix(
    before === undefined
      ? `Le premier intertitre, ${quoted(skipped.text)}, est de niveau\u00a0${skipped.level}\u00a0: il manque le niveau\u00a02.`
      : `L’intertitre ${quoted(skipped.text)} passe du niveau\u00a0${before.level} au niveau\u00a0${skipped.level}\u00a0: qui écoute la page croit qu’il en manque un.`,
    `Mettez-le au niveau\u00a0${(before?.level ?? 1) + 1}.`,
  )
}

function emptyAdvice(body: RichText): Advice[] {
  let count = 0
  visit(body, {
    heading(node) {
      if (textIn(node).trim() === '') count += 1
    },
  })
  if (count === 0) return []
  return empty.toFix(
    `Le texte a ${counted(count, 'intertitre vide', 'intertitres vides')}.`,
    'Écrivez-le, ou remettez cette ligne en paragraphe.',
  )
}
