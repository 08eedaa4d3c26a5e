import { counted } from '@pmq/french'
import { cutToWidth, titleWidth } from '../search-preview/text-width.ts'
import { type Advice, adviceOf, quoted } from './advice.ts'
import { limits } from './limits.ts'

const length = adviceOf('title.length', 'title')

/** Is the title there, does it say enough, and is it shown whole in search results? */
export function titleAdvice(title: string): Advice[] {
  const typed = title.trim()
  const characters = counted([...typed].length, 'caractère')
  if (typed === '')
    return length.toFix('L’article n’a pas encore de titre.', 'Dites en quelques mots de quoi il parle.')
  const shown = cutToWidth(typed, titleWidth)
  if (shown.cut)
    return length.better(
      `Le titre fait ${characters}\u00a0: les moteurs de recherche n’en montrent que le début, ${quoted(shown.text, 80)}.`,
      `Environ ${limits.title.to}\u00a0caractères se lisent en entier. Mettez l’essentiel au début, et le reste dans le résumé.`,
    )
  if ([...typed].length < limits.title.from)
    return length.better(
      `Le titre fait ${characters}\u00a0: c’est court pour se faire comprendre hors de la page.`,
      'Précisez le sujet, le lieu ou la date.',
    )
  return length.fine(`Le titre fait ${characters}\u00a0: il se lit en entier dans les moteurs de recherche.`)
}
