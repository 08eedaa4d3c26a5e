const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The title around what was typed, accents aside: before, the same letters, after. Nothing to mark leaves it whole. */
export function around(title: string, typed: string): [before: string, match: string, after: string] {
  // composed, so that one letter stays one letter without its accent
  const whole = title.normalize('NFC')
  const folded = plain(whole)
  const at = folded.length === whole.length && typed !== '' ? folded.indexOf(plain(typed)) : -1
  const end = at + plain(typed).length
  return at < 0 ? [whole, '', ''] : [whole.slice(0, at), whole.slice(at, end), whole.slice(end)]
}
