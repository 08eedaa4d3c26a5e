/** Figures that help gives. They are usage, not law: change them here, texts and tests follow. */
export const limits = {
  /** Characters. Below, a title says too little; above, see the width in `search-preview`. */
  title: { from: 20, to: 60 },
  /** Characters that search engines show of a description, on most screens. */
  summary: { from: 120, to: 155 },
  /** Characters and words that one can still read in an address. */
  slug: { characters: 60, words: 8 },
  /** Words after which a text needs headings. */
  wordsWithoutHeading: 300,
  /** Words of a paragraph: about eight lines on a telephone's screen, twice over. */
  paragraph: 120,
  /** Words of a sentence; plain-language guides ask for 15 to 20 on average. */
  sentence: 30,
  /** Words from which a text should lead somewhere. */
  wordsWithoutLink: 150,
} as const
