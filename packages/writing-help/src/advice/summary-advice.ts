import { counted } from '@pmq/french'
import { type Advice, adviceOf } from './advice.ts'
import { limits } from './limits.ts'

const length = adviceOf('summary.length', 'summary')
const { from, to } = limits.summary

/** Is the summary there, and of the length that search engines show? */
export function summaryAdvice(summary: string): Advice[] {
  const size = [...summary.trim()].length
  const characters = counted(size, 'caractère')
  if (size === 0)
    return length.toFix(
      'L’article n’a pas de résumé\u00a0: les moteurs de recherche choisiront eux-mêmes une phrase du texte.',
      `Dites en une ou deux phrases (de ${from} à ${to}\u00a0caractères) ce que le lecteur trouvera ici.`,
    )
  if (size < from)
    return length.better(
      `Le résumé fait ${characters}\u00a0: les moteurs de recherche en montrent jusqu’à ${to}, il reste de la place pour ${to - size}.`,
      'Ajoutez une date, un lieu, ou ce que le lecteur peut faire.',
    )
  if (size > to)
    return length.better(
      `Le résumé fait ${characters}\u00a0: la fin (${counted(size - to, 'caractère')}) risque de ne pas être montrée.`,
      `Gardez l’essentiel dans les ${to}\u00a0premiers caractères.`,
    )
  return length.fine(`Le résumé fait ${characters}\u00a0: c’est la bonne longueur.`)
}
