import assert from 'node:assert/strict'
import { afterEach } from 'node:test'
import { openSession } from '../support/api-session.ts'
import { send } from '../support/http.ts'
import { platformForTests } from '../support/platform.ts'
import { badAddresses } from './addresses.ts'
import { badContents } from './contents.ts'
import { badIdentities } from './identities.ts'

const platform = await platformForTests()
const [editor, busy] = [await openSession(platform, 'editor'), await openSession(platform, 'editor')]
const stage = { platform, editor, busy }

afterEach(async () => {
  assert.equal((await send(platform, '/health/ready')).status, 200, 'still healthy')
  assert.equal((await send(platform, '/')).status, 200, 'still served')
})

badContents(stage)
badAddresses(stage)
badIdentities(stage)
