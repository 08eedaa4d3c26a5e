import { plain } from '@pmq/french'

/** Plurals that no rule below finds. Only keys are compared, so the list may stay short. */
const singulars = new Map([
  ['aux', 'aux'],
  ['baux', 'bail'],
  ['coraux', 'corail'],
  ['emaux', 'email'],
  ['travaux', 'travail'],
  ['vitraux', 'vitrail'],
  ['vantaux', 'vantail'],
  ['yeux', 'oeil'],
])

/**
 * What two ways of typing the same tag have in common: no accents, capitals, punctuation nor plural (« Économies  d'énergie » and
 * « économie d’énergie » have one key). For comparison only, never shown. Gender is kept: « agricole » is not « agriculteur ».
 */
export function tagKey(text: string): string {
  const words =
    plain(text)
      .replace(/æ/g, 'ae')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map(singular).join(' ')
}

function singular(word: string): string {
  const known = singulars.get(word)
  if (known !== undefined) return known
  if (/(?:e|y)aux$/.test(word)) return word.slice(0, -1)
  if (/[^o]aux$/.test(word) && word.length > 5) return `${word.slice(0, -2)}l`
  return word.length > 3 ? word.replace(/[sx]$/, '') : word
}
