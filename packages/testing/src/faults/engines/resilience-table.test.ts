import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { root } from '../../processes/programs.ts'
import { textOf, words } from './words.ts'

const table = readFileSync(`${root}docs/resilience.md`, 'utf8')
const quotations = [...textOf(table).matchAll(/« (.*?) »/g)].map(([, said]) => said)

test('docs/resilience.md quotes what people are told, word for word, and nothing else', () => {
  for (const said of Object.values(words)) assert.ok(quotations.includes(said), `not quoted: ${said}`)
  for (const said of quotations)
    assert.ok((Object.values(words) as unknown[]).includes(said), `nobody is told: ${said}`)
})

test('each line of docs/resilience.md is proved by a harness that exists and is played', () => {
  const played = readFileSync(new URL('./engine-faults.engines.test.ts', import.meta.url), 'utf8')
  const named = new Set([...table.matchAll(/`([\w-]+\.ts)`/g)].map(([, file = '']) => file))
  assert.ok(named.size >= 8)
  for (const file of named) {
    assert.ok(existsSync(new URL(`./${file}`, import.meta.url)), file)
    assert.ok(played.includes(`./${file}`), `${file} is not played`)
  }
  const lines = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| engine'))
  for (const line of lines) assert.match(line, /`[\w-]+\.ts` \|$/)
})
