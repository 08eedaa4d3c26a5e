const date = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
const number = new Intl.NumberFormat('fr-FR')
const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** `14 février 2018`, `1er mars 2018`: a day of the Paris calendar. */
export function frenchDate(moment: string): string {
  return date.format(new Date(moment)).replace(/^1 /, '1er ')
}

/** `50 495`, with narrow no-break spaces. */
export const frenchNumber = (value: number) => number.format(value)

/** `4,2 km` */
export const frenchKilometres = (km: number) => `${oneDecimal.format(km)}\u00a0km`

/** `0 résultat`, `1 résultat`, `2 résultats`; in French, zero is singular. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${frenchNumber(count)}\u00a0${count < 2 ? one : several}`
}

/**
 * French typography for titles and summaries that people type: no-break spaces before `: ; ! ? »` and after `«`, real
 * apostrophes and ellipses. What is right already stays as it is.
 */
export function typographic(text: string): string {
  return text
    .replace(/(?<=[\p{L}\d])'(?=[\p{L}\d«])/gu, '’')
    .replace(/\.\.\./g, '…')
    .replace(/[ \u00a0]+([;!?])/g, '\u202f$1')
    .replace(/ +:(?=\s|$)/g, '\u00a0:')
    .replace(/«[ \u00a0\u202f]*/g, '«\u00a0')
    .replace(/[ \u00a0\u202f]*»/g, '\u00a0»')
    .replace(/(?<=\d) (?=(?:\d{3}\b|[€%]|kWh?\b|km\b))/g, '\u00a0')
}

/** Without accents and in lower case, to compare what people type. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/[’']/g, ' ').toLowerCase().trim()
}
