import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertWhole, killWhileWriting } from '../crash-testing/index.ts'
import { startMail } from './index.ts'
import { aDataFolder } from './test-mail.ts'

async function lostAfterKills(t: TestContext, manner: string, kills: number) {
  const dataDir = await aDataFolder(t)
  const program = fileURLToPath(import.meta.resolve('./crash-receiver.ts'))
  const argumentsOf = (life: number) => [dataDir, String(life), manner]
  const acknowledged = await killWhileWriting(program, argumentsOf, { kills, most: 40 })
  const { mailbox, close } = await startMail({ dataDir, port: 0 })
  const { items } = await mailbox.list({ perPage: 10_000 })
  const kept = items.map(({ subject }) => subject)
  assert.equal(new Set(kept).size, kept.length)
  for (const { id, subject } of items) assert.equal((await mailbox.get(id))?.text.trim().length, 5000, subject)
  assert.equal((await readdir(join(dataDir, 'messages'))).length, items.length)
  assert.deepEqual(await readdir(join(dataDir, 'incoming')), [])
  await close()
  assertWhole(dataDir)
  return { acknowledged: acknowledged.size, lost: acknowledged.difference(new Set(kept)).size }
}

test('a mailbox killed at any moment loses no acknowledged message', { timeout: 60_000 }, async (t) => {
  const { acknowledged, lost } = await lostAfterKills(t, '', 6)
  t.diagnostic(`${acknowledged} acknowledged messages, ${lost} lost`)
  assert.equal(lost, 0)
})

test('a mailbox that answers before it has stored is found out by the same test', { timeout: 60_000 }, async (t) => {
  assert.ok((await lostAfterKills(t, 'careless', 3)).lost > 0)
})
