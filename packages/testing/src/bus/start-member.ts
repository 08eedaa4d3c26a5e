import type { Bus } from '@pmq/platform/bus'
import { on, startConsumers } from '@pmq/platform/consumers'
import { silentLog } from '@pmq/platform/log'
import { z } from 'zod'
import type { Effects } from './effects.ts'

export type Member = { deliveries(): number; stop(): Promise<void> }

/** A replica of a service that hears one topic: our own consumers, inbox and dead letters, and one use case. */
export async function startMember(options: {
  bus: Bus
  topic: string
  service: string
  effects: Effects
  onDelivered?: (count: number) => void
}): Promise<Member> {
  const { bus, topic, service, effects, onDelivered } = options
  const type = { type: `${topic}.changed`, title: 'Something changed.', schema: z.unknown() }
  let deliveries = 0
  const { stop } = await startConsumers({
    service,
    handlers: [on(type, 'effects', z.unknown(), effects.apply)],
    bus,
    inbox: effects.inbox,
    deadLetters: effects.deadLetters,
    log: silentLog(),
    onHandled() {
      deliveries++
      onDelivered?.(deliveries)
    },
  })
  return { deliveries: () => deliveries, stop }
}
