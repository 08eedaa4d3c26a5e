import { setTimeout as delay } from 'node:timers/promises'
import type { CloudEvent } from '@pmq/platform/events'
import type { StoredEvent } from './event-log.ts'

/** Brings the events of one topic to the members of one group: one at a time per partition, partitions side by side. */
export type GroupReader = {
  /** Says that a partition now ends at `offset`. */
  appended(partition: number, offset: number): void
  /** Adds a member; `leave` resolves when it has finished the event in hand. */
  join(handle: Handle): { leave(): Promise<void> }
}

type Handle = (event: CloudEvent) => Promise<void>
type Member = { handle: Handle; left: AbortController; inHand: Set<Promise<unknown>> }
type Lane = { position: number; end: number; wake: () => void }

const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5000

/**
 * @param start the group's position and the end of each partition
 * @param read the next events of a partition
 * @param moved told after each event, when its handler has resolved
 */
export function createGroupReader(
  start: { positions: number[]; ends: number[] },
  read: (partition: number, after: number) => Promise<StoredEvent[]>,
  moved: (partition: number, offset: number) => void,
): GroupReader {
  const members: Member[] = []
  const lanes = start.positions.map(
    (position, partition): Lane => ({ position, end: start.ends[partition] ?? -1, wake: () => undefined }),
  )

  /** Resolves to false when there was no member to take the event, or it left while we waited to try again. */
  const deliver = async (partition: number, lane: Lane, { offset, payload }: StoredEvent): Promise<boolean> => {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      const member = members[partition % members.length]
      if (!member) return false
      const task = Promise.resolve(JSON.parse(payload) as CloudEvent)
        .then(member.handle)
        .then(() => {
          lane.position = offset
          moved(partition, offset)
        })
      member.inHand.add(task)
      try {
        await task
        return true
      } catch {
        // The caller of `subscribe` counts the attempts and tells; here the event only comes again.
        await delay(wait, undefined, { signal: member.left.signal }).catch(() => undefined)
      } finally {
        member.inHand.delete(task)
      }
    }
  }

  const run = async (lane: Lane, partition: number) => {
    for (;;) {
      while (members.length === 0 || lane.position >= lane.end) {
        await new Promise<void>((resolve) => {
          lane.wake = resolve
        })
      }
      const { end } = lane
      const batch = await read(partition, lane.position)
      if (batch.length === 0) lane.position = end
      for (const event of batch) if (!(await deliver(partition, lane, event))) break
    }
  }

  lanes.forEach((lane, partition) => {
    // `read` fails only when the engine has died, which its `onFailure` tells.
    run(lane, partition).catch(() => undefined)
  })

  return {
    appended(partition, offset) {
      const lane = lanes[partition]
      if (!lane || offset <= lane.end) return
      lane.end = offset
      lane.wake()
    },
    join(handle) {
      const member: Member = { handle, left: new AbortController(), inHand: new Set() }
      members.push(member)
      for (const lane of lanes) lane.wake()
      return {
        async leave() {
          const index = members.indexOf(member)
          if (index >= 0) members.splice(index, 1)
          member.left.abort()
          await Promise.allSettled(member.inHand)
        },
      }
    },
  }
}
