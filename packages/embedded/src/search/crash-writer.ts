import { startSearch } from './index.ts'

// Run by crash.test.ts, which kills it: indexes without end, and says which documents were acknowledged. "careless" says
// so of each five before the five before them are indexed: at any moment some are missing, which the test must notice.
const [dataDir = '', from = '', manner = ''] = process.argv.slice(2)
const { engine } = await startSearch({ dataDir })
const index = await engine.index({ name: 'crash', version: 1, fields: { title: { type: 'text' } } })
const tell = (number: number) => process.stdout.write(`d${number}\n`)
const put = (number: number) => index.put([{ id: `d${number}`, version: 1, fields: { title: `Moulin ${number}` } }])

let toldOnly: number[] = []
for (let first = Number(from); ; first += 5) {
  const five = [0, 1, 2, 3, 4].map((next) => first + next)
  if (manner === 'careless') {
    five.forEach(tell)
    await Promise.all(toldOnly.map(put))
    toldOnly = five
  } else {
    await Promise.all(five.map(async (number) => put(number).then(() => tell(number))))
  }
}
