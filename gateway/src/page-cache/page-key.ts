/** Parameters that newsletters and advertisers add to addresses; no page depends on them. */
const tracking = /^(?:utm_[a-z]+|mtm_[a-z]+|pk_[a-z]+|fbclid|gclid|msclkid|mc_cid|mc_eid)(?:=|$)/

/** The address without what cannot change the page, so that one page has one address. */
export function pageTarget(target: string): string {
  const start = target.indexOf('?')
  if (start < 0) return target
  const query = target
    .slice(start + 1)
    .split('&')
    .filter((parameter) => parameter !== '' && !tracking.test(parameter))
    .join('&')
  return query === '' ? target.slice(0, start) : `${target.slice(0, start)}?${query}`
}

/** All variants of a page: the same path with other queries. */
export const pathOf = (target: string): string => {
  const query = target.indexOf('?')
  return query < 0 ? target : target.slice(0, query)
}
