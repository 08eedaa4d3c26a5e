import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilToldToAll } from './backlog.ts'
import { type Editor, newWord, publish } from './editor.ts'
import { drainMs, type Stage } from './stage.ts'
import { assertSays, words } from './words.ts'

/** Only the search is away, and it catches up by itself. */
export function searchFaults(stage: Stage, editor: Editor): void {
  const { ask, during, told, note } = stage

  for (const trouble of ['cut', 'reset'] as const) {
    test(`search (${trouble}): its page says so and shows another way, all else works; the index catches up`, async () => {
      const named = await during('opensearch', trouble, async () => {
        const page = await ask('/recherche?q=moulin')
        assert.equal(page.status, 503)
        assert.ok(Number(page.headers['retry-after']) > 0)
        for (const said of [words.search, words.withoutSearch]) assertSays(page.body, said)
        assert.match(page.body, /href="\/plan-du-site"/)
        for (const path of ['/api/search?q=moulin', '/api/search/suggestions?q=mou']) {
          const answer = await ask(path)
          assert.deepEqual([answer.status, answer.json<{ detail: string }>().detail], [503, words.api], path)
          assert.ok(Number(answer.headers['retry-after']) > 0)
        }
        assert.equal((await ask('/recherche')).status, 200, 'the empty search form asks no engine')
        const word = newWord()
        const article = await publish(editor, `${word} trouvé`)
        for (const path of ['/', '/plan-du-site', '/chantiers', article.path])
          assert.equal((await ask(path)).status, 200, path)
        note(`search ${trouble}, told after`, `${await told('search', 'down', 8_000)} ms`)
        return [{ word, article }]
      })
      note(`search ${trouble}, index has caught up after`, `${await untilToldToAll(stage, named, drainMs)} ms`)
      assert.equal((await ask('/recherche?q=moulin')).status, 200)
      await told('search', 'up', 8_000)
    })
  }

  test('search (500 ms slower): it finds the same, later', async () => {
    await during('opensearch', 'slow', async () => {
      const page = await ask('/recherche?q=caussade')
      assert.equal(page.status, 200)
      note('search slow, a page', `${page.ms} ms`)
      const word = newWord()
      const article = await publish(editor, `${word} lentement`)
      await untilToldToAll(stage, [{ word, article }], drainMs)
    })
  })
}
