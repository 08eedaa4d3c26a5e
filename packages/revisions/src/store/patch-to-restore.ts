import { fieldDiff } from '../differences/field-diff.ts'
import type { Field } from '../differences/index.ts'

/**
 * Restoring writes no history anew: it is one more change, whose content is that of an earlier version. This gives what such a
 * change has to write; the aggregate's own rule makes the change, refuses it or not, and announces it as any other.
 * @param fields what goes back; what is not among them (state of publication, dates, addresses) stays as it is
 * @returns only the fields that differ: empty when there is nothing to restore
 */
export function patchToRestore<State extends object, Name extends keyof State & string>(
  current: State,
  snapshot: Readonly<Record<string, unknown>>,
  fields: readonly Field<Name>[],
): Partial<Pick<State, Name>> {
  const known = fields.filter(({ name }) => name in snapshot)
  const differing = fieldDiff(current as Record<string, unknown>, snapshot, known).fields
  return Object.fromEntries(differing.map(({ name }) => [name, snapshot[name]])) as Partial<Pick<State, Name>>
}
