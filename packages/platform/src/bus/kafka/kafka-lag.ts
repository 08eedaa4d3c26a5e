import type { GroupLag } from '../bus.ts'
import type { Administrator } from './kafka-client.ts'
import { EPHEMERAL, offsetsOf } from './kafka-replay.ts'

/**
 * How far groups are behind, in events: those that the broker knows, and those of this program.
 * @param own by group, the topics subscribed to here, even if no position was stored yet
 */
export async function lagOfGroups(
  administrator: Administrator,
  own: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<GroupLag[]> {
  const { groups } = await administrator.ask((admin) => admin.listGroups())
  const ids = new Set([
    ...groups.filter(({ protocolType }) => protocolType === 'consumer').map(({ groupId }) => groupId),
    ...own.keys(),
  ])
  const lags: GroupLag[] = []
  for (const group of [...ids].filter((id) => !id.startsWith(EPHEMERAL)).sort()) {
    const stored = await administrator.ask((admin) => admin.fetchOffsets({ groupId: group }))
    const topics = new Set([...stored.map(({ topic }) => topic), ...(own.get(group) ?? [])])
    for (const topic of [...topics].sort()) {
      const done = new Map(
        stored
          .find((one) => one.topic === topic)
          ?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]),
      )
      const behind = (await offsetsOf(administrator, [topic])).reduce((sum, { partition, low, high }) => {
        const next = done.get(partition) ?? -1n
        return sum + (high - (next > low ? next : low))
      }, 0n)
      lags.push({ group, topic, behind: Number(behind) })
    }
  }
  return lags
}
