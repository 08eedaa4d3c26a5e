export { createDeadLetters, type DeadLetter, type DeadLetters } from './dead-letters.ts'
export { createInbox, type Inbox } from './inbox.ts'
export { type EventHandler, on } from './on.ts'
export { type Consumers, startConsumers } from './start-consumers.ts'
