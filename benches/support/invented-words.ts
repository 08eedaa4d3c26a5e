const syllables = [
  'ba',
  'cor',
  'di',
  'fal',
  'gue',
  'lan',
  'mi',
  'nou',
  'per',
  'quer',
  'ri',
  'sau',
  'ter',
  'vil',
  'zan',
  'bru',
  'clo',
  'dre',
]

/** Words that look like names of places, all different, so that a vocabulary can grow as a real one does. */
export const inventedWords = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => {
    let word = ''
    // A step that has no factor in common with the number of words spreads neighbours over the vocabulary.
    for (let rest = 1 + number * 7_919, nth = 0; nth < 4; nth += 1, rest = Math.floor(rest / syllables.length))
      word += syllables[rest % syllables.length] ?? ''
    return word
  })
