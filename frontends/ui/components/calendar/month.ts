export const daysOfWeek = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

const name = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `janvier 2019` for `2019-01` */
export const monthName = (month: string) => name.format(new Date(`${month}-01T00:00:00Z`))

/** The weeks of a month (`2019-01`), from Monday to Sunday, as days (`2019-01-12`); `undefined` for days of its neighbours. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    daysOfWeek.map((_, weekday) => {
      const day = week * 7 + weekday - before + 1
      return day < 1 || day > length ? undefined : `${month}-${String(day).padStart(2, '0')}`
    }),
  )
}
