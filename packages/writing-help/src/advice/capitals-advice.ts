import { counted } from '@pmq/french'
import { textIn, visit } from '../text/body-node.ts'
import { type Advice, type AdvisedArticle, type AdvisedField, adviceOf, quoted } from './advice.ts'

const lettersIn = (text: string) => (text.match(/\p{Lu}/gu) ?? []).length
const isInCapitals = (word: string) => /\p{Lu}/u.test(word) && !/\p{Ll}|\p{N}/u.test(word)
/** Letters: acronyms side by side (« SCOT PLUI ») stay below the second figure, the longest acronyms below the first. */
const isShouted = (words: readonly string[]) => lettersIn(words.join('')) >= (words.length === 1 ? 9 : 12)

/** The longest runs of words in capitals. */
function runsIn(line: string): string[] {
  const runs: string[][] = [[]]
  for (const word of line.split(/\s+/)) {
    if (isInCapitals(word)) runs.at(-1)?.push(word)
    else runs.push([])
  }
  return runs.filter(isShouted).map((words) => words.join(' '))
}

/** Are words written in capitals throughout? They are slow to read, and some voices spell them out letter by letter. */
export function capitalsAdvice({ title, summary, body }: AdvisedArticle): Advice[] {
  const lines: string[] = []
  visit(body, {
    paragraph: (node) => void lines.push(textIn(node)),
    heading: (node) => void lines.push(textIn(node)),
  })
  return [...inField('title', [title]), ...inField('summary', [summary]), ...inField('body', lines)]
}

function inField(field: AdvisedField, lines: readonly string[]): Advice[] {
  const shouted = lines.flatMap(runsIn)
  const [first] = shouted
  if (first === undefined) return []
  return adviceOf(`${field}.capitals`, field).better(
    `${counted(shouted.length, 'passage est écrit', 'passages sont écrits')} tout en capitales\u00a0: ${quoted(first)}.`,
    'Écrivez en minuscules, avec une capitale au début\u00a0; pour insister, mettez en gras.',
  )
}
