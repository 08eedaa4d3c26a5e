/**
 * Widths of characters in thousandths of the type size, in Arial (measured on Liberation Sans, whose widths are the same). Letters
 * with accents are as wide as without.
 */
const widths = new Map<string, number>(
  Object.entries({
    191: "'",
    222: 'ijl’',
    278: 'ftI .,;:![]/·',
    333: 'r()-›',
    355: '"',
    400: '°',
    500: 'cksvxyzJ',
    556: 'abdeghnopquL0123456789?«»–_€#',
    584: '+=',
    611: 'FTZß',
    667: 'ABEKPSVXY&',
    722: 'wCDHNRU',
    778: 'GOQ',
    833: 'mM',
    889: '%æ',
    944: 'Wœ',
    1000: '—…ŒÆ',
    1015: '@',
  }).flatMap(([width, characters]) => [...characters].map((character): [string, number] => [character, Number(width)])),
)
widths.set('\u00a0', 278).set('\u202f', 200).set('|', 260)

/** Pixels of type, and pixels at most, of a title in search results on a desktop screen; about 60 characters. */
export const titleWidth = { size: 20, most: 580 }

/** About how many pixels a text is wide in Arial of `size` pixels; an unknown character counts as a wide letter. */
export function widthOf(text: string, size: number): number {
  const thousandths = [...text.normalize('NFD').replace(/\p{M}/gu, '')].reduce(
    (total, character) => total + (widths.get(character) ?? 722),
    0,
  )
  return (thousandths * size) / 1000
}

/** The text, or its first words and an ellipsis when it is wider than `most` pixels; one word alone is cut inside. */
export function cutToWidth(
  text: string,
  { size, most }: { size: number; most: number },
): { text: string; cut: boolean } {
  const fits = (part: string) => widthOf(part, size) <= most
  return cutAtWord(text, fits)
}

/** The text, or its first words and an ellipsis when it has more than `most` characters; one word alone is cut inside. */
export const cutToLength = (text: string, most: number): { text: string; cut: boolean } =>
  cutAtWord(text, (part) => [...part].length <= most)

function cutAtWord(text: string, fits: (part: string) => boolean): { text: string; cut: boolean } {
  if (fits(text)) return { text, cut: false }
  const characters = [...text]
  let kept = 0
  while (fits(`${characters.slice(0, kept + 1).join('')}…`)) kept += 1
  const part = characters.slice(0, kept).join('')
  const whole = /\s/.test(characters[kept] ?? ' ') ? part : part.replace(/\s\S*$/, '')
  // Punctuation that hangs before the ellipsis looks like a mistake.
  return { text: `${whole.replace(/[\s,;:.«–—-]+$/u, '')}…`, cut: true }
}
