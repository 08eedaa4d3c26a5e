import { together } from '../consumers/together.ts'
import type { Aggregate } from './change.ts'

/** How to read what is kept: the versions alone, which is cheap, and all of it. */
export type KeptReads<State extends Aggregate> = {
  versions(): Promise<readonly Pick<State, 'id' | 'version'>[]>
  all(): Promise<readonly State[]>
}

/**
 * A copy in memory of documents that are few and read all day. Each call asks the database which versions there are, and
 * reads anew unless they are those of the copy: what comes back is never older than the question, whoever wrote.
 * Those who ask in one turn of the event loop, as the parts of one page do, share one look.
 * @returns how to read it: a frozen list of frozen documents, the same list until something changes
 */
export function createKeptCopy<State extends Aggregate>(reads: KeptReads<State>): () => Promise<readonly State[]> {
  let copy: readonly State[] | undefined

  async function look(): Promise<readonly State[]> {
    const kept = copy // not what another look may put there while this one waits
    if (kept && isSame(kept, await reads.versions())) return kept
    const read = deepFrozen([...(await reads.all())])
    copy = read
    return read
  }

  const lookTogether = together<void, readonly State[]>(look)
  return () => lookTogether()
}

/**
 * What is computed from a list that is kept is kept with it, frozen too; from another list it is computed anew.
 * @param compute a pure function
 */
export function perKept<Item extends object, Result extends object>(
  compute: (list: readonly Item[]) => Result,
): (list: readonly Item[]) => Result {
  const computed = new WeakMap<readonly Item[], Result>()
  return (list) => {
    if (!Object.isFrozen(list)) return compute(list)
    const known = computed.get(list) ?? deepFrozen(compute(list))
    computed.set(list, known)
    return known
  }
}

type Versions = readonly Pick<Aggregate, 'id' | 'version'>[]

/** Both in the order of their ids. A version is never given twice to a document. */
const isSame = (copy: Versions, versions: Versions) =>
  copy.length === versions.length &&
  copy.every(({ id, version }, at) => versions[at]?.id === id && versions[at]?.version === version)

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
