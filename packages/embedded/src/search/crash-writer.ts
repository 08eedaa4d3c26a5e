import { startSearch } from './index.ts'

// Run by crash.test.ts, which kills it: indexes without end, and says which documents were acknowledged. "careless" says
// so before they are, to prove that the test would notice.
const [dataDir = '', from = '', manner = ''] = process.argv.slice(2)
const { engine } = await startSearch({ dataDir })
const index = await engine.index({ name: 'crash', version: 1, fields: { title: { type: 'text' } } })
for (let number = Number(from); ; number += 5) {
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (next) => {
      if (manner === 'careless') process.stdout.write(`d${number + next}\n`)
      await index.put([{ id: `d${number + next}`, version: 1, fields: { title: `Moulin ${number + next}` } }])
      if (manner !== 'careless') process.stdout.write(`d${number + next}\n`)
    }),
  )
}
