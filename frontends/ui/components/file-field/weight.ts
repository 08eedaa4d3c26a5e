const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const units = ['octets', 'ko', 'Mo', 'Go']

/** `1,4 Mo`: the size of a file, in bytes, as a person reads it. */
export function weightOf(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), 3)
  return `${french.format(bytes / 1000 ** power)}\u00a0${units[power]}`
}

/** Does `accept` (a list of extensions) let the file pass? The server looks into it; this only spares a long upload. */
export function isAccepted(name: string, accept: string): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase())
  return accept === '' || kinds.some((kind) => !kind.startsWith('.') || name.toLowerCase().endsWith(kind))
}
