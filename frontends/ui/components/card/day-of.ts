const day = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', timeZone: 'Europe/Paris' })
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'Europe/Paris' })

/** The day of a moment in Paris, apart from its month, so that it can be printed large: `{ number: '12', month: 'janvier' }`. */
export function dayOf(moment: string): { number: string; month: string } {
  const date = new Date(moment)
  return { number: day.format(date).replace(/^1$/, '1er'), month: month.format(date) }
}
