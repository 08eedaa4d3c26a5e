import { counted, plain } from '@pmq/french'
import { type Advice, adviceOf, quoted } from './advice.ts'
import { limits } from './limits.ts'

const shape = adviceOf('slug.shape', 'slug')

/** Words that tell nothing by themselves, as an address writes them. */
const stopWords = new Set(
  'a au aux avec c ce ces cette chez d dans de des du elle en est et eux il ils j je l la le les leur leurs m ma mais me mes mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses son sont sur t ta tes ton tu un une vers vos votre vous y'.split(
    ' ',
  ),
)

/**
 * A short readable end of address made from a title: without accents, capitals, punctuation or words that tell nothing,
 * at most 8 words and 60 characters. Empty when the title has neither letters nor digits.
 */
export function slugFor(title: string): string {
  const words =
    plain(title)
      .replace(/æ/g, 'ae')
      .match(/[a-z0-9]+/g) ?? []
  const telling = words.filter((word) => !stopWords.has(word))
  const kept = (telling.length === 0 ? words : telling).slice(0, limits.slug.words)
  while (kept.length > 1 && kept.join('-').length > limits.slug.characters) kept.pop()
  return kept.join('-').slice(0, limits.slug.characters)
}

/** Can the end of the address be read, and said on the telephone? */
export function slugAdvice({ slug, title }: { slug: string; title: string }): Advice[] {
  const better = slugFor(title)
  const hint =
    better === '' || better === slug ? 'Gardez deux à cinq mots qui disent le sujet.' : `Par exemple\u00a0: ${better}`
  if (slug === '') return shape.toFix('La fin de l’adresse est vide.', hint)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return shape.toFix(
      `La fin de l’adresse, ${quoted(slug)}, contient des accents, des majuscules, des espaces ou d’autres signes\u00a0: recopiée ailleurs, elle peut ne plus fonctionner.`,
      hint,
    )
  const words = slug.split('-')
  if (words.every((word) => stopWords.has(word)))
    return shape.better(`La fin de l’adresse, ${quoted(slug)}, ne dit rien du sujet.`, hint)
  if (words.every((word) => /^\d+$/.test(word)))
    return shape.better(`La fin de l’adresse, ${quoted(slug)}, n’a que des chiffres.`, hint)
  if (slug.length > limits.slug.characters || words.length > limits.slug.words)
    return shape.better(
      `La fin de l’adresse fait ${counted(words.length, 'mot')} et ${counted(slug.length, 'caractère')}\u00a0: on ne la retient pas.`,
      hint,
    )
  return shape.fine('L’adresse est courte et lisible.')
}
