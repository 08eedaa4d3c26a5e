import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'

const sources = new URL('../', import.meta.url)

/** A sign that ends a French sentence after a space that breaks, before the end of a string or of an element. */
const looseSign = /[\p{L})\u202f] [?!;:](?=["'`<])/u
const looseGuillemet = /« | »/

test('the sentences of the screens have the spaces of French typography', async () => {
  const files = (await readdir(sources, { recursive: true })).filter((file) => /\.tsx?$/.test(file))
  const screens = files.filter((file) => !/testing|\.test\.|french-typography/.test(file))
  assert.ok(screens.length > 50)
  const faults: string[] = []
  for (const file of screens) {
    const lines = (await readFile(new URL(file.replaceAll('\\', '/'), sources), 'utf8')).split('\n')
    lines.forEach((line, index) => {
      const isComment = /^\s*(\/\/|\/?\*)/.test(line)
      if (!isComment && (looseSign.test(line) || looseGuillemet.test(line)))
        faults.push(`${file}:${index + 1} ${line.trim()}`)
    })
  }
  assert.deepEqual(faults, [])
})
