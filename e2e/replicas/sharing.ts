import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articlePublished } from '@pmq/contracts/content'
import { anArticle, draftArticle, publishArticle, storedArticle } from '../support/articles.ts'
import { send } from '../support/http.ts'
import { plannedMs, promisedMs } from '../support/public-places.ts'
import { within } from '../support/within.ts'
import { articleEvents, assertInOrder, type Stage } from './stage.ts'

/** The sum of the lines of a metric that name what is wanted. */
async function metric(url: string, name: string, wanted: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
  const found = lines.filter((line) => line.startsWith(`${name}{`) && line.includes(wanted))
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

/** Two replicas at peace: they share the work, and nothing is done twice. */
export function sharing({ platform, editor, admin }: Stage): void {
  const { processes } = platform

  test('what was scheduled is published once, though both replicas look at the clock', async (t) => {
    const at = new Date(Date.now() + 4_000).toISOString()
    const drafts = await Promise.all(
      Array.from({ length: 6 }, (_, index) => draftArticle(editor, anArticle({ slug: `planifie-${index}` }))),
    )
    for (const draft of drafts) await publishArticle(editor, draft, { at })
    const due = performance.now() + Date.parse(at) - Date.now()
    const late = await within(
      plannedMs + Date.parse(at) - Date.now(),
      'all are published',
      async () => {
        for (const { id } of drafts) assert.equal((await storedArticle(admin, id)).state, 'published')
      },
      { since: due },
    )
    t.diagnostic(`after ${late} ms`)
    const events = await within(promisedMs * 2, 'the events are in Kafka', async () => {
      const all = await articleEvents()
      for (const { id } of drafts)
        assert.deepEqual(
          all.get(id)?.map(({ sequence, type }) => [sequence, type === articlePublished.type]),
          [
            [1, false],
            [2, false],
            [3, true],
          ],
        )
    })
    assert.ok(events >= 0)
  })

  test('two relays publish every event, in order for each article; two consumers share them', async (t) => {
    const before = await Promise.all(
      processes.of('search').map(({ url }) => metric(url, 'events_handled_total', 'done')),
    )
    const [articles, edits] = [12, 8]
    const edited = await Promise.all(
      Array.from({ length: articles }, async (_, index) => {
        const input = anArticle({ slug: `ordre-${index}` })
        let { id, version } = await draftArticle(editor, input)
        for (let edit = 1; edit <= edits; edit += 1) {
          const answer = await editor.write(
            'PUT',
            `/api/content/articles/${id}`,
            { ...input, title: `${edit}` },
            version,
          )
          assert.equal(answer.status, 200, answer.body)
          ;({ version } = answer.json<{ version: number }>())
        }
        return id
      }),
    )
    let twice = 0
    await within(10_000, 'all events are in Kafka', async () => {
      const all = await articleEvents()
      twice = 0
      for (const id of edited) {
        const events = all.get(id) ?? []
        assert.equal(events.at(-1)?.sequence, edits + 1)
        twice += assertInOrder(events, id)
      }
    })
    const relayed = await Promise.all(
      processes.of('content').map(({ url }) => metric(url, 'events_published_total', '')),
    )
    t.diagnostic(`published by each relay since its start: ${relayed.join(', ')}; told twice: ${twice}`)
    assert.equal(twice, 0, 'nobody died: nothing is told twice')
    await within(10_000, 'both consumers handled some', async () => {
      const now = await Promise.all(
        processes.of('search').map(({ url }) => metric(url, 'events_handled_total', 'done')),
      )
      assert.ok(
        now.every((count, index) => count > (before[index] ?? 0)),
        `${before} → ${now}`,
      )
    })
  })

  test('a correction is read within two seconds at both gateways, each of which keeps pages', async (t) => {
    const input = anArticle({ slug: 'deux-passerelles', title: 'Avant la correction' })
    const published = await publishArticle(editor, await draftArticle(editor, input))
    const path = `/habiter/renover/${input.slug}`
    const ports = processes.of('gateway').map(({ url }) => Number(new URL(url).port))
    const titleAt = async (port: number) => {
      const { status, body } = await send(platform, path, { port, host: `localhost:${platform.port}` })
      return status === 200 ? /<h1[^>]*>([^<]*)</.exec(body)?.[1] : undefined
    }
    for (const port of ports)
      await within(promisedMs, 'the page is kept', async () => {
        for (let visit = 0; visit < 3; visit += 1) assert.equal(await titleAt(port), 'Avant la correction')
      })
    const since = performance.now()
    const corrected = { ...input, title: 'Après la correction' }
    const answer = await editor.write('PUT', `/api/content/articles/${published.id}`, corrected, published.version)
    assert.equal(answer.status, 200, answer.body)
    const times = await Promise.all(
      ports.map((port) =>
        within(promisedMs, 'corrected', async () => assert.equal(await titleAt(port), 'Après la correction'), {
          since,
        }),
      ),
    )
    t.diagnostic(`${times.join(' and ')} ms`)
  })

  test('a session begun at one gateway is good at the other', async () => {
    const cookie = editor.cookie()
    for (const { url } of processes.of('gateway')) {
      const port = Number(new URL(url).port)
      const answer = await send(platform, '/auth/me', { port, host: `localhost:${platform.port}`, headers: { cookie } })
      assert.equal(answer.json<{ signedIn: boolean }>().signedIn, true, url)
    }
  })

  test('new connections go to both replicas of each program', async () => {
    // Each needs a connection of its own, from the gateway to the search.
    await Promise.all(Array.from({ length: 8 }, () => send(platform, '/api/search?q=patrimoine')))
    for (const name of ['gateway', 'content', 'search', 'web'] as const)
      assert.ok(
        processes.given(name).every((count) => count > 0),
        `${name}: ${processes.given(name)}`,
      )
  })
}
