/** The Pays lives on Paris time, wherever the computer of the person who works is. */
const timeZone = 'Europe/Paris'

const partsFormat = new Intl.DateTimeFormat('fr-FR', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const dayFormat = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'long' })
const datedFormat = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
const longFormat = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
const shortFormat = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'short' })
const weekdayFormat = new Intl.DateTimeFormat('fr-FR', { timeZone, weekday: 'long' })

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

const partsOf = (date: Date) =>
  Object.fromEntries(partsFormat.formatToParts(date).map(({ type, value }) => [type, value])) as Parts

const nb = '\u00a0'

/** « 8 h 30 », « 14 h ». */
export function sayTime(date: Date): string {
  const { hour, minute } = partsOf(date)
  return minute === '00' ? `${Number(hour)}${nb}h` : `${Number(hour)}${nb}h${nb}${minute}`
}

/** In a sentence: « aujourd’hui à 10 h 42 », « hier à 16 h 40 », « lundi 14 janvier à 8 h 30 », « le 4 janvier 2019 » when far. */
export function sayMoment(iso: string, now: Date): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return '—'
  const days = dayNumber(date) - dayNumber(now)
  const near = nearDays[days]
  if (near) return `${near} à ${sayTime(date)}`
  if (Math.abs(days) < 60) return `${weekdayFormat.format(date)} ${sayDay(date)} à ${sayTime(date)}`
  return `le ${withoutBreaks(longFormat.format(date))}`
}

/** In a list: « hier, 16 h 40 », « demain, 9 h », « 14 janv. », « 4 janv. 2019 » in another year. */
export function sayMomentShort(iso: string, now: Date): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return '—'
  const near = nearDays[dayNumber(date) - dayNumber(now)]
  if (near) return `${near}, ${sayTime(date)}`
  const sameYear = partsOf(date).year === partsOf(now).year
  return withoutBreaks((sameYear ? shortFormat : datedFormat).format(date))
}

const nearDays: Record<number, string> = { [-1]: 'hier', 0: 'aujourd’hui', 1: 'demain' }

const withoutBreaks = (text: string) => text.replace(/^1 /, '1er ').replace(/ /g, nb)

/** « 1er mars », « 14 janvier ». */
const sayDay = (date: Date) => dayFormat.format(date).replace(/^1 /, '1er ').replace(' ', nb)

function dayNumber(date: Date): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
}

/** The value of `<input type="datetime-local">` for a moment, on Paris time: `2026-11-21T08:30`. */
export function toLocalInput(iso: string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(iso))
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/**
 * The moment meant by a date and time of Paris. An hour that the change to summer time skips is read as one hour later;
 * of an hour that comes twice, the first is meant.
 * @returns `undefined` for an empty or broken value
 */
export function fromLocalInput(local: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const day = 86_400_000
  const [before, after] = [asUtc - offsetAt(asUtc - day), asUtc - offsetAt(asUtc + day)]
  const moment = toWall(before) !== asUtc && toWall(after) === asUtc ? after : before
  return new Date(moment).toISOString()
}

const offsetAt = (time: number): number => toWall(time) - time

/** What the clocks of Paris show, as if it were UTC. */
function toWall(time: number): number {
  const { year, month, day, hour, minute, second } = partsOf(new Date(time))
  const numbers = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [y, mo, d, h, mi, s] = numbers
  return Date.UTC(y, mo - 1, d, h, mi, s)
}
