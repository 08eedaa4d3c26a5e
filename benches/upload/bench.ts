import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ObjectStoreConfig } from '@pmq/platform/objects'
import { request } from 'undici'
import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { Missing } from '../support/missing.ts'
import { cpuMs, needProcessTimes, residentBytes } from '../support/process-cpu.ts'
import { type StartedProgram, startProgram } from '../support/start-process.ts'
import { needAddress } from '../support/storage-engines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { chunk } from './chunk.ts'

const MiB = 1024 ** 2
const size = 1024 * MiB
const room = 4 * size

/** The store syncs what it acknowledges; the raw side writes the same bytes to the same disk and syncs them, without a digest. */
export const bench: Bench = {
  title: '1 GiB put to the store with its SHA-256 ÷ written to a file and synced, MiB per s',
  floor: 0.2,
  goal: 0.4,
  engines: ['embedded', 'real'],
  async run({ rounds, engines, say }) {
    needProcessTimes()
    const folder = temporaryFolder()
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < room) throw new Missing(`This bench needs ${room / MiB} MiB free in ${folder}.`)
    const store = engines === 'real' ? undefined : await startEmbedded(folder)
    const config: ObjectStoreConfig = store?.config ?? {
      endpoint: await needAddress('S3_ENDPOINT'),
      region: process.env.S3_REGION ?? 'us-east-1',
      accessKey: await needAddress('S3_ACCESS_KEY'),
      secretKey: await needAddress('S3_SECRET_KEY'),
      bucket: `bench-${randomUUID()}`,
    }
    const caller = await startProgram<{ url: string }>(new URL('caller-program.ts', import.meta.url), {
      args: [JSON.stringify(config)],
    })
    const watched = { caller: caller.pid, ...(store ? { engine: store.pid } : {}) }
    const file = join(folder, 'raw')
    const sides = {
      async raw() {
        const handle = openSync(file, 'w')
        const begun = performance.now()
        for (let left = size; left > 0; left -= chunk.length) writeSync(handle, chunk)
        fdatasyncSync(handle)
        const seconds = (performance.now() - begun) / 1000
        closeSync(handle)
        rmSync(file)
        return { mibPerSecond: size / MiB / seconds }
      },
      async store() {
        const growth = watchMemory(watched)
        const before = cpuMs(...Object.values(watched))
        const answer = await request(`${caller.word.url}/${randomUUID()}?size=${size}`, { headersTimeout: 0 })
        const grown = growth()
        const text = await answer.body.text()
        if (answer.statusCode !== 200) throw new Error(`The upload failed: ${text}`)
        const { seconds } = JSON.parse(text) as { seconds: number }
        // What it would take on a machine with nothing else to do: a loaded one shares its cores, but not its disk.
        const cpuSeconds = (cpuMs(...Object.values(watched)) - before) / 1000
        return { mibPerSecond: size / MiB / seconds, cpuSeconds, ...grown }
      },
    }
    const { raw, medians } = await alternate({ rounds, sides, say })
    await caller.stop()
    await store?.stop()
    const ratio = (medians.store.mibPerSecond ?? 0) / (medians.raw.mibPerSecond ?? Number.NaN)
    const notes = {
      memoryBarMiB: 50,
      callerGrowthMiB: medians.store.callerMiB,
      engineGrowthMiB: medians.store.engineMiB,
    }
    return { ratio, medians, raw, notes }
  },
}

async function startEmbedded(folder: string) {
  const keys = { accessKey: randomBytes(12).toString('hex'), secretKey: randomBytes(24).toString('hex') }
  const bucket = 'bench'
  const engine: StartedProgram<{ endpoint: string; region: string }> = await startProgram(
    new URL('objects-program.ts', import.meta.url),
    { args: [join(folder, 'objects'), keys.accessKey, keys.secretKey, bucket] },
  )
  return { ...engine, config: { ...engine.word, ...keys, bucket } }
}

/** How much processes grow above what they held at the beginning. @returns the most seen, to be called at the end */
function watchMemory(pids: Record<string, number>): () => Record<string, number> {
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, bytes: residentBytes(pid), most: 0 }))
  const look = () => {
    for (const one of before) one.most = Math.max(one.most, residentBytes(one.pid) - one.bytes)
  }
  const timer = setInterval(look, 50)
  return () => {
    clearInterval(timer)
    look()
    return Object.fromEntries(before.map(({ name, most }) => [`${name}MiB`, most / MiB]))
  }
}
