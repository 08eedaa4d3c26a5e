import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startSearch } from '@pmq/embedded/search'
import { search } from '@pmq/gateway/search'
import type { Bus } from '@pmq/platform/bus'
import { silentLog } from '@pmq/platform/log'
import { createMetrics } from '@pmq/platform/metrics'
import type { SearchEngine } from '@pmq/platform/search'
import { createElasticsearchEngine } from '@pmq/platform/search/elasticsearch'
import { startService } from '@pmq/platform/service'
import express from 'express'
import { Pool } from 'undici'
import { alternate, type Sample } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { needAddress, openStorageEngines } from '../support/storage-engines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { recordQueries } from './record-queries.ts'
import { recordRequests } from './record-requests.ts'
import { publishRecords, queries } from './records.ts'

const records = Number(process.env.PMQ_BENCH_RECORDS ?? 100_000)
/** The part of the bar that is no ratio. */
const mostMs = 50

/**
 * The endpoint is asked over HTTP, one question at a time. Raw is the engine asked the very same: the embedded engine by
 * its thread, OpenSearch by its own HTTP interface, with the bodies that our adapter sends.
 */
export const bench: Bench = {
  title: `search endpoint p99 ÷ raw engine p99, ${records} records, three facets (and < ${mostMs} ms)`,
  floor: 3,
  goal: 2,
  better: 'lower',
  engines: ['embedded', 'real'],
  async run({ rounds, seconds, engines, say }) {
    const url = engines === 'real' ? await needAddress('ELASTICSEARCH_URL') : ''
    const kind = process.env.SEARCH_ENGINE === 'elasticsearch' ? 'elasticsearch' : 'opensearch'
    const connect = (at: string) => createElasticsearchEngine({ url: at, engine: kind, log: silentLog() })
    // The events are embedded in both cases: the search only reads them once, to build its index.
    const stores = await openStorageEngines('embedded')
    const begun = performance.now()
    await publishRecords(stores.bus, records)
    const embedded = engines === 'real' ? undefined : await startSearch({ dataDir: join(temporaryFolder(), 'search') })
    const engine: SearchEngine = embedded?.engine ?? connect(url)
    const seen = recordQueries(engine, engines === 'real' ? 'bench' : '')
    const service = await startService(search, {
      documentsUri: stores.documentsUri,
      bus: heardBefore(stores.bus),
      search: seen.engine,
      verifier: { verify: () => Promise.reject(new Error('Nobody signs in here.')) },
      metrics: createMetrics(),
      log: silentLog(),
      clock: () => new Date(),
    })
    say(`${records} records indexed in ${((performance.now() - begun) / 1000).toFixed(0)} s`)

    const app = express().use('/api/search', service.router)
    const server = createServer(app).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 1 })
    const ask = async (path: string) => {
      const answer = await pool.request({ path, method: 'GET' })
      const body = await answer.body.text()
      if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${body.slice(0, 300)}`)
    }
    for (const path of queries) await ask(path)
    const raw = embedded ? seen.replays() : await recordRequests(url, connect, seen)
    const endpoint = queries.map((path) => () => ask(path))
    const sides = { raw: () => latencies(raw, seconds), endpoint: () => latencies(endpoint, seconds) }
    const measured = await alternate({ rounds, sides, say })

    await pool.close()
    server.close()
    await service.stop()
    await seen.drop(url)
    await (embedded ? embedded.close() : engine.close())
    await stores.close()
    const p99 = measured.medians.endpoint.p99Ms ?? Number.NaN
    return {
      ratio: p99 / (measured.medians.raw.p99Ms ?? Number.NaN),
      ...measured,
      notes: { records, endpointP99Ms: p99, underBar: p99 < mostMs },
    }
  },
}

/** The index is built of all events when the service has started: its consumer, going through them once more, would only disturb. */
const heardBefore = (bus: Bus): Bus => ({ ...bus, subscribe: async () => ({ stop: async () => undefined }) })

async function latencies(asks: readonly (() => Promise<unknown>)[], seconds: number): Promise<Sample> {
  const took: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end || took.length < asks.length; ) {
    const begun = performance.now()
    await asks[took.length % asks.length]?.()
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
