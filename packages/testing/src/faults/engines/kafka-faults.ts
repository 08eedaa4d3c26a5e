import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../../eventually/index.ts'
import { assertToldInOrder, untilToldToAll } from './backlog.ts'
import { type Article, type Editor, newWord, publish, retitle } from './editor.ts'
import { drainMs, type Stage } from './stage.ts'
import { textOf } from './words.ts'

/** Events wait where they were written, and nobody who reads or writes notices. */
export function kafkaFaults(stage: Stage, editor: Editor): void {
  const { ask, during, told, note } = stage
  const reading = async (paths: string[]) => {
    for (const path of paths) assert.equal((await ask(path)).status, 200, path)
  }

  for (const trouble of ['cut', 'reset'] as const) {
    test(`events (${trouble}): pages are read and articles written; all is told in order, once, when they are back`, async () => {
      const named = await Promise.all(
        [newWord(), newWord(), newWord()].map(async (word) => ({
          word,
          article: await publish(editor, `${word} avant`),
        })),
      )
      const [some] = named
      assert.ok(some)
      await during('kafka', trouble, async () => {
        note(`events ${trouble}, told after`, `${await told('events', 'down', 8_000)} ms`)
        assert.equal((await stage.operations()).events, 'down', 'what administrators see')
        for (const version of ['une', 'deux', 'trois']) {
          for (const one of named) one.article = await retitle(editor, one.article, `${one.word} ${version}`)
        }
        const word = newWord()
        named.push({ word, article: await publish(editor, `${word} trois`) })
        await reading([
          '/',
          '/plan-du-site',
          `/recherche?q=${some.word}`,
          '/chantiers',
          ...named.map(({ article }) => article.path),
        ])
        // Changes cannot be heard, so pages are rendered anew for each reader.
        const showsLast = async () => assert.match(textOf((await ask(some.article.path)).body), /trois/)
        await eventually(showsLast, { within: 15_000 })
      })
      note(`events ${trouble}, backlog drained after`, `${await untilToldToAll(stage, named, drainMs)} ms`)
      await assertToldInOrder(named.map(({ article }) => article))
      await told('events', 'up', 10_000)
    })
  }

  test('events (reset or cut) gone by: pages are kept again, and a change shows on them', async () => {
    const article = await publish(editor, `${newWord()} avant`)
    await stage.pagesAreKept()
    const before = await ask(article.path)
    assert.equal(before.status, 200)
    const changed: Article = await retitle(editor, article, `${article.title} et après`)
    await eventually(async () => assert.match(textOf((await ask(changed.path)).body), /et après/), { within: 5_000 })
  })

  test('events (500 ms slower): writing and reading are as fast as before, the search a little later', async () => {
    await during('kafka', 'slow', async () => {
      const word = newWord()
      const begun = performance.now()
      const article = await publish(editor, `${word} trois`)
      assert.ok(performance.now() - begun < 3_000, 'an editor waits for Kafka')
      await reading(['/', article.path])
      note('events slow, found after', `${await untilToldToAll(stage, [{ word, article }], 20_000)} ms`)
      assert.equal((await stage.states()).events, 'up')
    })
  })
}

/** The relay has met the outage: what it said since then. */
export const hasGivenUp = (stage: Stage, since: number): Promise<unknown> =>
  eventually(() => stage.said('content').slice(since).includes('outbox: events wait'), { within: 40_000, every: 100 })
