const number = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 2 })

/** A size that means something to people: `240 ko`, `3,1 Mo`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0octets`
  if (bytes < 1_000_000) return `${number.format(Math.round(bytes / 1000))}\u00a0ko`
  return `${number.format(bytes / 1_000_000)}\u00a0Mo`
}
