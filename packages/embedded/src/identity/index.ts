export { demoUsers } from './demo-users.ts'
export type { DemoUser, IdentityClient, IdentityOptions } from './options.ts'
export { type RunningIdentity, type StartIdentityOptions, startIdentity } from './start-identity.ts'
