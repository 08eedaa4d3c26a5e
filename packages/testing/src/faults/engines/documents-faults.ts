import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '../../eventually/index.ts'
import { untilToldToAll } from './backlog.ts'
import { type Editor, newWord, publish, retitle } from './editor.ts'
import { drainMs, type Stage } from './stage.ts'
import { assertSays, words } from './words.ts'

/** A page of one site that no test before this one has read. */
const unread = { cut: '/communes/caussade', reset: '/communes/caylus', slow: '/communes' } as const

/** What was read lately is still shown; what cannot be shown or written says so, and nothing is half written. */
export function documentsFaults(stage: Stage, editor: Editor): void {
  const { ask, during, told, note } = stage

  for (const trouble of ['cut', 'reset'] as const) {
    test(`documents (${trouble}): pages that were read are shown, the others and writing say that they wait`, async () => {
      const word = newWord()
      let article = await publish(editor, `${word} avant`)
      await untilToldToAll(stage, [{ word, article }], drainMs)
      await stage.pagesAreKept()
      const kept = ['/', '/plan-du-site', article.path]
      for (const path of kept) assert.equal((await ask(path)).status, 200)
      await delay(2_500) // they are old now: only that they did not change keeps them good

      await during('mongodb', trouble, async () => {
        const pages = Promise.all(kept.map((path) => ask(path)))
        const [missing, read, saved, search] = await Promise.all([
          ask(unread[trouble]),
          editor.send(`/api/content/articles/${article.id}`),
          retitle(editor, article, `${word} pendant`).catch(String),
          ask(`/api/search?q=${word}`),
        ])
        for (const page of await pages) assert.equal(page.status, 200, 'what was kept is shown')
        assert.equal(missing.status, 503)
        assert.match(missing.body, /<html lang="fr"/)
        assert.match(missing.body, /Pays Midi-Quercy/)
        assertSays(missing.body, words.page)
        const { code, detail } = read.json<{ code: string; detail: string }>()
        assert.deepEqual([read.status, code, detail], [503, 'unavailable', words.api])
        for (const { headers } of [missing, read]) assert.ok(Number(headers['retry-after']) > 0)
        assert.match(String(saved), /indisponible/)
        assert.equal(search.status, 200, 'the search does not need the documents')
        note(`documents ${trouble}, told after`, `${await told('documents', 'down', 8_000)} ms`)
        const [content] = stage.platform.of('content')
        assert.equal(await content?.isReady(), false)
      })
      const begun = performance.now()
      await eventually(async () => assert.equal((await ask(unread[trouble])).status, 200), {
        within: 15_000,
        every: 100,
      })
      note(`documents ${trouble}, read again after`, `${Math.round(performance.now() - begun)} ms`)
      // A write whose answer was lost may have been done: whoever saves again sees the last version first.
      const stored = (await editor.send(`/api/content/articles/${article.id}`)).json<typeof article>()
      article = await retitle(editor, stored, `${word} après`)
      await untilToldToAll(stage, [{ word, article }], drainMs)
    })
  }

  test('documents (500 ms slower): pages and writing are slow, and right', async () => {
    await during('mongodb', 'slow', async () => {
      const page = await ask(unread.slow)
      assert.equal(page.status, 200)
      assert.match(page.body, /Caussade/)
      const word = newWord()
      const article = await publish(editor, `${word} lentement`)
      assert.equal((await ask(article.path)).status, 200)
      await untilToldToAll(stage, [{ word, article }], drainMs)
      note('documents slow, a page', `${page.ms} ms`)
    })
  })
}
