/** The page numbers to offer: the ends, and those around the current one; `null` is a gap. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const all = Array.from({ length: last }, (_, index) => index + 1)
  const kept = all.filter((page) => page === 1 || page === last || Math.abs(page - current) <= 1)
  return kept.flatMap((page, index) => {
    const before = kept[index - 1]
    return before !== undefined && page - before > 1 ? [null, page] : [page]
  })
}
