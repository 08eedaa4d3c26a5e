// Loaded by `node --import` into a process that is to be profiled, and into each of its threads: SIGUSR2 begins, SIGUSR2 ends.
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads'

const channel = new BroadcastChannel('pmq-profile')
channel.unref()
let session: Session | undefined

async function turn(): Promise<void> {
  if (session) {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    session = undefined
    const name = `${process.pid}-${threadId}.cpuprofile`
    writeFileSync(join(process.env.PMQ_PROFILES ?? '.', name), JSON.stringify(profile))
    return
  }
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
}

channel.onmessage = () => void turn()
if (isMainThread)
  process.on('SIGUSR2', () => {
    channel.postMessage('turn')
    void turn()
  })
