export type { Bus, GroupLag, GroupSubscription, Subscription, TailSubscription } from './bus.ts'
export { EventRefused } from './bus.ts'
