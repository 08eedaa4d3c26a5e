// The load generator of machines without wrk. One argument: JSON. Says one line of JSON.
import { readFileSync } from 'node:fs'
import { Pool } from 'undici'
import type { Load, LoadReport } from './load.ts'

const { origin, file, headers, connections, seconds } = JSON.parse(process.argv[2] ?? '{}') as Omit<Load, 'paths'> & {
  file: string
}
const paths = readFileSync(file, 'utf8').split('\n')
const pool = new Pool(origin, { connections, pipelining: 1 })
const begun = performance.now()
const end = begun + seconds * 1000
let asked = 0
let requests = 0
let errors = 0

const ask = () =>
  new Promise<void>((resolve) => {
    pool.dispatch(
      { path: paths[asked++ % paths.length] ?? '/', method: 'GET', headers: headers ?? {} },
      {
        onResponseStart(_controller, status) {
          if (status < 200 || status > 399) errors += 1
        },
        onResponseData() {},
        onResponseEnd() {
          requests += 1
          resolve()
        },
        onResponseError() {
          errors += 1
          resolve()
        },
      },
    )
  })

await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < end) await ask()
  }),
)
const report: LoadReport = { requests, seconds: (performance.now() - begun) / 1000, errors, tool: 'undici' }
process.stdout.write(`${JSON.stringify(report)}\n`)
await pool.destroy()
