import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './create-metrics.ts'
import { watchLag } from './watch-lag.ts'

const behind = async (metrics: ReturnType<typeof createMetrics>) =>
  (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('events_behind{'))

test('each scrape shows how far the groups of the program are behind at that moment', async () => {
  const metrics = createMetrics()
  let waiting = 3
  const lag = async () => [
    { group: 'search.articles', topic: 'content.article', behind: waiting },
    { group: 'mailer.articles', topic: 'content.article', behind: 9 },
  ]
  watchLag(metrics, { lag }, 'search')
  assert.deepEqual(await behind(metrics), ['events_behind{group="search.articles",topic="content.article"} 3'])
  waiting = 0
  assert.deepEqual(await behind(metrics), ['events_behind{group="search.articles",topic="content.article"} 0'])
})

test('while the bus does not answer there is no figure, and the other metrics are there', async () => {
  const metrics = createMetrics()
  let away = false
  const lag = async () => {
    if (away) throw new Error('away')
    return [{ group: 'search.articles', topic: 'content.article', behind: 1 }]
  }
  watchLag(metrics, { lag })
  assert.equal((await behind(metrics)).length, 1)
  away = true
  assert.deepEqual(await behind(metrics), [])
  assert.match(await metrics.registry.metrics(), /process_cpu/)
})
