import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { isTaken } from './ask.ts'
import {
  type EngineName,
  engineEnvironment,
  engineNames,
  engineSettings,
  engineStatus,
  faultProxy,
  killEngine,
  pauseEngine,
  proxiedEnvironment,
  resumeEngine,
  startEngines,
  stopEngines,
} from './index.ts'

// A block of its own, between those that are agreed upon: other tests use the usual one meanwhile.
const data = await mkdtemp(join(tmpdir(), 'engines-'))
process.env.PMQ_ENGINES_PORT = String(engineSettings().ports.base + 50)
process.env.PMQ_ENGINES_DATA = data
const ours = engineNames.filter((name) => name !== 'minio')
const QUICK = 15_000 // milliseconds; a start from nothing takes longer by far

const timed = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  await work()
  return performance.now() - started
}
const pids = async (names: readonly EngineName[]) =>
  Object.fromEntries((await engineStatus(names)).map(({ name, pid }) => [name, pid]))

describe('real engines without Docker', { timeout: 280_000 }, () => {
  before(() => startEngines(ours))
  after(async () => {
    await stopEngines(ours, { wipe: true })
    await rm(data, { recursive: true, force: true })
  })

  test('every engine comes up and says where it is and what it takes', async () => {
    for (const status of await engineStatus(ours)) {
      assert.equal(status.state, 'up', status.name)
      assert.ok((status.memory ?? 0) > 0, status.name)
    }
  })

  test('a second start leaves them as they are', async () => {
    const before = await pids(ours)
    assert.ok((await timed(() => startEngines(ours))) < QUICK)
    assert.deepEqual(await pids(ours), before)
  })

  test('the fault proxy cuts, slows and resets, and everything is as before when it is cleared', async () => {
    const { ELASTICSEARCH_URL: url = '' } = proxiedEnvironment()
    const ask = async () =>
      (await fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(5_000) })).status
    const proxy = faultProxy('opensearch')
    assert.equal(await ask(), 200)
    await proxy.cut()
    await assert.rejects(ask())
    await proxy.restore()
    assert.equal(await ask(), 200)
    await proxy.slow(600)
    assert.ok((await timed(ask)) >= 590)
    await proxy.reset()
    await assert.rejects(ask())
    await proxy.clear()
    assert.equal(await ask(), 200)
  })

  test('a trouble stays when the engines are asked to be up again', async () => {
    await faultProxy('s3').cut()
    await startEngines(['toxiproxy'])
    await assert.rejects(fetch(`${proxiedEnvironment().S3_ENDPOINT}/_health`))
    await faultProxy('s3').clear()
    assert.ok((await fetch(`${proxiedEnvironment().S3_ENDPOINT}/_health`)).ok)
  })

  test('a client of Kafka that comes by the proxy stays behind it', async () => {
    const brokers = [proxiedEnvironment().KAFKA_BROKERS ?? '']
    const log = { debug: () => undefined, warn: () => undefined, error: () => undefined }
    const bus = createKafkaBus({ brokers, clientId: 'test', log })
    try {
      await bus.ensureTopics(['engines.behind-proxy'])
      await faultProxy('kafka').cut()
      await assert.rejects(bus.check())
      await faultProxy('kafka').restore()
      await bus.check()
    } finally {
      await faultProxy('kafka').clear()
      await bus.close()
    }
  })

  test('Keycloak names the address by which it was asked as its own', async () => {
    for (const { OIDC_ISSUER } of [engineEnvironment(), proxiedEnvironment()]) {
      const response = await fetch(`${OIDC_ISSUER}/.well-known/openid-configuration`)
      assert.equal(((await response.json()) as { issuer: string }).issuer, OIDC_ISSUER)
    }
  })

  test('an engine that was killed comes back', async () => {
    for (const name of ['kafka', 'mongodb', 's3', 'mail', 'toxiproxy'] as const) {
      const { [name]: before } = await pids([name])
      await killEngine(name)
      assert.equal((await engineStatus([name]))[0]?.state, 'down', name)
      await startEngines([name])
      const { [name]: now } = await pids([name])
      assert.notEqual(now, before, name)
    }
  })

  test('an engine that is paused is silent, and goes on', async () => {
    await pauseEngine('mongodb')
    assert.equal((await engineStatus(['mongodb']))[0]?.state, 'silent')
    await resumeEngine('mongodb')
    assert.equal((await engineStatus(['mongodb']))[0]?.state, 'up')
  })

  test('an engine that was stopped holds no port, and stopping it again is no error', async () => {
    const { ports } = engineSettings()
    await stopEngines(['mail'])
    assert.equal(await isTaken(ports.smtp), false)
    await stopEngines(['mail'])
    await assert.rejects(killEngine('mail'), /does not run/)
  })
})
