/** `2026-04-18` as its three parts, as people write them; empty when it is no date. */
export function partsOf(date: string): { day: string; month: string; year: string } {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}
