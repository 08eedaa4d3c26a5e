import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startSearch } from './index.ts'

const nouns =
  'église château moulin lavoir pigeonnier halle pont tour croix fontaine abbaye vitrail retable chapelle'.split(' ')
const adjectives = 'gothique roman médiéval fortifié restauré monumental paroissial rural peint sculpté voûté'.split(
  ' ',
)
const others =
  'édifice construit siècle nef clocher toiture façade pierre brique décor peinture portail escalier galerie jardin rivière vallée colline village propriétaire évêque seigneur famille guerre campagne travaux architecte maître inventaire protection mobilier archéologie époque commune conseil association visite dossier photographie archives plan'.split(
    ' ',
  )

/** The same sheets every time: a linear congruential generator chooses the words. */
function sheets(count: number) {
  let seed = 42
  const pick = (words: string[]) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return words[seed % words.length] ?? ''
  }
  return Array.from({ length: count }, (_, number) => ({
    id: `d${number}`,
    version: 1,
    fields: {
      title: `${pick(nouns)} ${pick(adjectives)} n° ${number}`,
      body: Array.from({ length: 40 }, () => pick(others)).join(' '),
      theme: pick(adjectives),
    },
  }))
}

test('20 000 sheets: the time of a search with a mistake, facets and highlights, for the record', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'search-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const { engine, close } = await startSearch({ dataDir })
  t.after(close)
  const index = await engine.index({
    name: 'speed',
    version: 1,
    fields: { title: { type: 'text', boost: 3, suggest: true }, body: { type: 'text' }, theme: { type: 'keyword' } },
  })
  const began = performance.now()
  await index.put(sheets(20_000))
  t.diagnostic(`indexed 20 000 sheets in ${((performance.now() - began) / 1000).toFixed(1)} s`)

  const record = async (what: string, ask: (number: number) => Promise<unknown>) => {
    const times: number[] = []
    for (let number = 0; number < 100; number++) {
      const start = performance.now()
      await ask(number)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    t.diagnostic(`${what}: p50 ${times[50]?.toFixed(1)} ms, p99 ${times[98]?.toFixed(1)} ms`)
  }
  const word = (words: string[], number: number) => words[number % words.length] ?? ''
  await record('mistake, facet, filter, highlights', async (number) => {
    const noun = word(nouns, number)
    const text = `${noun.slice(0, -2)}x${noun.slice(-2)} ${word(adjectives, number)}`
    const { total } = await index.search({ text, facets: ['theme'], highlight: ['title', 'body'] })
    assert.ok(total >= 0)
  })
  await record('two words', (number) => index.search({ text: `${word(others, number)} ${word(nouns, number)}` }))
  await record('one word that most sheets have', (number) => index.search({ text: word(others, number) }))
  await record('suggestion', (number) => index.suggest(word(nouns, number).slice(0, 3)))
})
