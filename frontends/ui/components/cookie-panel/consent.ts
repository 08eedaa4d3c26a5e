/** A service that may only be used once the reader has agreed (CNIL: consent before any tracer that is not needed). */
export type ConsentService = { id: string; name: string; purpose: string }

export type Consent = {
  /** Must the reader be asked? */
  isAsked: boolean
  isAllowed(id: string): boolean
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Choice = { at: number; asked: string[]; allowed: string[] }

/** The CNIL recommends to ask again after six months, whatever was answered. */
const sixMonths = 182 * 24 * 60 * 60 * 1000
const key = 'pmq-consent'

function parsed(text: string | null): Choice | undefined {
  try {
    const { at, asked, allowed } = JSON.parse(text ?? 'null') ?? {}
    const areIds = [asked, allowed].every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'))
    return typeof at === 'number' && areIds ? { at, asked, allowed } : undefined
  } catch {
    return undefined
  }
}

/**
 * What the reader agreed to, kept in `kept`; `now` in milliseconds. Nothing is allowed before a choice, after six months, or for
 * a service that was not there when the choice was made; a new service asks anew.
 */
export function createConsent(services: readonly ConsentService[], kept: Kept, now: () => number) {
  const ids = services.map(({ id }) => id)
  const choice = () => {
    const found = parsed(kept.getItem(key))
    return found && found.at <= now() && now() - found.at < sixMonths ? found : undefined
  }
  const keep = (allowed: readonly string[]) =>
    kept.setItem(key, JSON.stringify({ at: now(), asked: ids, allowed: ids.filter((id) => allowed.includes(id)) }))
  return {
    read(): Consent {
      const found = choice()
      return {
        isAsked: ids.some((id) => !found?.asked.includes(id)),
        isAllowed: (id) => ids.includes(id) && (found?.allowed.includes(id) ?? false),
      }
    },
    acceptAll: () => keep(ids),
    refuseAll: () => keep([]),
    choose: keep,
    /** Asks again, as one may at any time. */
    forget: () => kept.removeItem(key),
  }
}
