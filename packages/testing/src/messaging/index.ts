export { type MessagingEngines, messagingContract } from './messaging-contract.ts'
