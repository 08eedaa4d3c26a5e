/** Lower case without accents nor ligatures: « Nègrepelisse, Cœur » → `negrepelisse, coeur`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')

/** The folded words of a text, one space between: « L’église St-Martin ! » → `l eglise st martin`. */
export const foldWords = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
