import { sameValue } from '../data/same-value.ts'

type Values = Record<string, unknown>

/** Who touched a field since the text both started from. */
export type FieldConflict = {
  field: string
  is: 'mine-only' | 'theirs-only' | 'both'
  base: unknown
  mine: unknown
  theirs: unknown
}

export type Side = 'mine' | 'theirs'
/** What is chosen for a field; a field without a choice follows `suggestedSide`. */
export type Picks = Record<string, Side>

/** The fields in which the two versions differ. Both making the same change is no conflict. */
export function compare(
  fields: readonly string[],
  { base, mine, theirs }: { base: Values; mine: Values; theirs: Values },
) {
  return fields.flatMap((field): FieldConflict[] => {
    const values = { field, base: base[field], mine: mine[field], theirs: theirs[field] }
    if (sameValue(values.mine, values.theirs)) return []
    if (sameValue(values.mine, values.base)) return [{ ...values, is: 'theirs-only' }]
    if (sameValue(values.theirs, values.base)) return [{ ...values, is: 'mine-only' }]
    return [{ ...values, is: 'both' }]
  })
}

/** A change that only one of us made is kept; where both wrote, mine stands until I choose. */
export const suggestedSide = ({ is }: FieldConflict): Side => (is === 'theirs-only' ? 'theirs' : 'mine')

/** Their version with my choices laid over it. */
export function merge(theirs: Values, conflicts: readonly FieldConflict[], picks: Picks = {}): Values {
  const chosen = conflicts.map((conflict) => {
    const side = picks[conflict.field] ?? suggestedSide(conflict)
    return [conflict.field, side === 'mine' ? conflict.mine : conflict.theirs]
  })
  return { ...theirs, ...Object.fromEntries(chosen) }
}
