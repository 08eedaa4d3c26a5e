// The embedded provider in a process of its own, for the tests that kill it. Options come as JSON on the command line.
import { startIdentity } from '@pmq/embedded/identity'

const { issuer } = await startIdentity(JSON.parse(process.argv[2] ?? '{}'))
process.send?.({ issuer })
