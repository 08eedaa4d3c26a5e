import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { send } from '../support/http.ts'
import { within } from '../support/within.ts'
import { type Load, startLoad } from './load.ts'
import { articleEvents, assertInOrder, type Stage } from './stage.ts'

const settleMs = 1_500
/** A relay that was killed holds its batch for half a minute (leaseMs); then the other one takes over. */
const takenOverMs = 45_000

/** Replicas that end, kindly or not, while people read and write. */
export function losing(stage: Stage): void {
  const { platform, editor, admin } = stage
  const { processes } = platform

  test('replicas killed under load: nothing acknowledged is lost, and only what they had in hand fails', async (t) => {
    const load = startLoad(platform, [editor, admin])
    for (const name of ['content', 'web', 'search', 'gateway'] as const) {
      await delay(settleMs)
      const [, second] = processes.of(name)
      second?.kill('SIGKILL')
      await second?.ended()
      const at = Date.now()
      await delay(settleMs)
      report(t, name, load, at)
    }
    for (const one of processes.processes.filter(({ pid }) => pid === undefined)) await one.restart()
    await delay(settleMs)
    await load.stop()

    const { failures, good } = load
    t.diagnostic(
      `${good.reads} reads, ${good.writes} writes; failed: ${failures.map(({ what }) => what).join(' | ') || 'none'}`,
    )
    // Readers: a page that a dying process was making is made by the other one; what a dying gateway was answering dies with it.
    const badReads = failures.filter(({ kind, died }) => kind === 'read' && !died)
    assert.deepEqual(badReads, [], 'readers are told of no error')
    // Each of three readers and two writers had one request in hand at each of four kills, at most.
    assert.ok(failures.length <= 4 * 5, `${failures.length} failures`)
    await nothingIsLost(stage, load)
  })

  test('a rolling restart under load loses no request', async (t) => {
    const load = startLoad(platform, [editor, admin])
    const ends: string[] = []
    for (const name of ['content', 'search', 'web', 'gateway'] as const) {
      for (const replica of processes.of(name)) {
        await delay(settleMs / 3)
        const { code, ms } = await replica.stop()
        ends.push(`${name} ${ms} ms`)
        assert.equal(code, 0, `${name} ${replica.replica}`)
        assert.ok(ms <= 10_000, `${name} took ${ms} ms to stop`)
        await replica.restart()
      }
    }
    await delay(settleMs)
    await load.stop()
    const { reads, writes } = load.good
    t.diagnostic(`${reads} reads, ${writes} writes; ${ends.join(', ')}`)
    assert.deepEqual(
      load.failures.map(({ kind, what }) => `${kind}: ${what}`),
      [],
    )
    await nothingIsLost(stage, load)
  })
}

function report(t: TestContext, name: string, { failures }: Load, at: number): void {
  const since = failures.filter((failure) => failure.at >= at - 100)
  t.diagnostic(
    `${name} killed: ${since.filter(({ kind }) => kind === 'read').length} reads, ${since.filter(({ kind }) => kind === 'write').length} writes failed`,
  )
}

/** Every acknowledged write is stored, every event of it is in Kafka in order, and what was published is found. */
async function nothingIsLost({ platform, admin }: Stage, { acknowledged }: Load): Promise<void> {
  assert.ok(acknowledged.length > 5, 'there was something to lose')
  for (const { id, slug, version } of acknowledged) {
    const answer = await admin.send(`/api/content/articles/${id}`)
    assert.equal(answer.status, 200, `${slug} is gone`)
    assert.ok(answer.json<{ version: number }>().version >= version, `${slug} went back`)
  }
  await within(
    takenOverMs,
    'all events are in Kafka',
    async () => {
      const all = await articleEvents()
      for (const { id, slug, version } of acknowledged) {
        const events = all.get(id) ?? []
        assert.ok((events.at(-1)?.sequence ?? 0) >= version, `${slug}: ${events.map(({ sequence }) => sequence)}`)
        assertInOrder(events, slug)
      }
    },
    { everyMs: 1_000 },
  )
  const wanted = acknowledged.filter(({ published }) => published).map(({ slug }) => `/habiter/renover/${slug}`)
  await within(
    takenOverMs,
    'all are found',
    async () => {
      const found = new Set<string>()
      for (let page = 1; page === 1 || found.size >= (page - 1) * 50; page += 1) {
        const answer = await send(platform, `/api/search?q=charge&section=portal-renover&perPage=50&page=${page}`)
        for (const { path } of answer.json<{ items: { path: string }[] }>().items) found.add(path)
      }
      assert.deepEqual(
        wanted.filter((path) => !found.has(path)),
        [],
      )
    },
    { everyMs: 500 },
  )
}
