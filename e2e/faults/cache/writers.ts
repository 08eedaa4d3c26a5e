import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { ArticleInput, ArticleView } from '@pmq/contracts/content'
import type { ApiSession } from '../../support/api-session.ts'
import { anArticle, draftArticle, publishArticle } from '../../support/articles.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'

/** Addresses that articles have, or had. */
export type Places = { paths: string[]; sectionPath: string }

type Writing = { editor: ApiSession; ledger: Ledger; random: Random; places: Places; isOver(): boolean }

const article = (slug: string, marker: string): ArticleInput =>
  anArticle({
    slug,
    title: `Un atelier ${marker}`,
    summary: `Ce que l’on y apprend ${marker}.`,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Le texte ${marker}.` }] }] },
  })

/** The life of one article after the other: written, published, edited, renamed, archived, withdrawn, deleted, at random. */
export async function keepWriting({ editor, ledger, random, places, isOver }: Writing): Promise<number> {
  let changes = 0
  const call = async (method: string, path: string, current: ArticleView, body?: unknown) => {
    const answer = await editor.write(method, `/api/content/articles/${current.id}${path}`, body, current.version)
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
    changes += 1
    return answer.status === 204 ? current : answer.json<ArticleView>()
  }
  const pause = () => delay(20 + random(300))

  while (!isOver()) {
    let marker = ledger.newMarker()
    let slug = `cache-${randomUUID().slice(0, 8)}`
    let current = await draftArticle(editor, article(slug, marker))
    places.sectionPath = current.path.slice(0, current.path.lastIndexOf('/'))
    places.paths.push(current.path)
    await pause() // readers look for what is not there yet
    const steps = 2 + random(5)
    for (let step = 0; step < steps && !isOver(); step += 1) {
      if (current.state === 'draft') {
        ledger.published(marker)
        current = await publishArticle(editor, current)
        changes += 1
        await pause()
        continue
      }
      const choice = random(10)
      if (choice < 6) {
        // Edited, with another address in one of three cases.
        if (choice < 2) slug = `cache-${randomUUID().slice(0, 8)}`
        const next = ledger.newMarker()
        ledger.published(next)
        current = await call('PUT', '', current, article(slug, next))
        ledger.hidden(marker)
        marker = next
        if (!places.paths.includes(current.path)) places.paths.push(current.path)
      } else if (choice < 7) {
        current = await call('DELETE', '/archiving', await call('POST', '/archiving', current))
      } else {
        current = await call('DELETE', '/publication', current)
        ledger.hidden(marker)
        marker = ledger.newMarker()
        await pause()
        current = await call('PUT', '', current, article(slug, marker))
      }
      await pause()
    }
    if (current.state === 'published') {
      current = await call('DELETE', '/publication', current)
      ledger.hidden(marker)
    }
    if (random(2) === 0) await call('DELETE', '', current)
    if (places.paths.length > 12) places.paths.splice(0, 4)
  }
  return changes
}
