import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertWhole, killWhileWriting } from '../crash-testing/index.ts'
import { startEvents } from './index.ts'

const topic = 'test.things'

async function lostAfterKills(t: TestContext, manner: string, kills: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'events-crash-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const program = fileURLToPath(import.meta.resolve('./crash-publisher.ts'))
  const acknowledged = await killWhileWriting(program, () => [dataDir, topic, manner], { kills, most: 400 })
  const { bus, close } = await startEvents({ dataDir })
  const kept = new Set<string>()
  await bus.replay({ topics: [topic], handle: async ({ id }) => void kept.add(id) })
  await close()
  assertWhole(dataDir)
  return { acknowledged: acknowledged.size, lost: acknowledged.difference(kept).size }
}

test('kill -9, ten times while publishing: nothing acknowledged is lost', { timeout: 60_000 }, async (t) => {
  const { acknowledged, lost } = await lostAfterKills(t, '', 10)
  t.diagnostic(`${acknowledged} acknowledged events, ${lost} lost`)
  assert.equal(lost, 0)
})

test('a publisher told before the commit is found out by the same test', { timeout: 60_000 }, async (t) => {
  assert.ok((await lostAfterKills(t, 'careless', 3)).lost > 0)
})
