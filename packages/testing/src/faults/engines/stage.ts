import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type FaultProxy, faultProxy, type ProxiedEngine, proxiedEnvironment } from '@pmq/infra/engines'
import { eventually } from '../../eventually/index.ts'
import { type Processes, type ProgramName, startProcesses } from '../../processes/index.ts'
import { type Editor, signIn } from './editor.ts'
import { type Ask, askGateway } from './http.ts'

/** How long an engine is away. The promise is about 30 s (`PMQ_FAULTS=long`); a moment shows the same faster. */
const isLong = process.env.PMQ_FAULTS === 'long'
/** Files and mails keep nothing open that a longer cut would show. */
const awayMs = (engine: ProxiedEngine) => (isLong ? 30_000 : ['s3', 'mail'].includes(engine) ? 1_000 : 4_000)
/** The promise: a backlog is drained within a minute after the engine is back. */
export const drainMs = 60_000
/** Nobody waits longer for an answer, whatever is wrong below. */
const longestWaitMs = 10_000
/** Lines that one program may log in a second while an engine is away and nobody asks for anything. */
const mostLinesPerSecond = 10

export type EngineState = { name: string; state: 'up' | 'down' }

/** The platform as separate processes, whose engines can be troubled one by one. */
export type Stage = {
  platform: Processes
  engines: Record<string, string>
  /** What the programs are told besides the engines and each other. */
  env: Record<string, string>
  logDir: string
  /** As anybody, at the gateway. */
  ask: Ask
  signIn(username?: string): Promise<Editor>
  proxy(engine: ProxiedEngine): FaultProxy
  /** Plays while an engine is in trouble; the trouble is over afterwards, however it ends. */
  during<Result>(engine: ProxiedEngine, trouble: 'cut' | 'slow' | 'reset', play: () => Promise<Result>): Promise<Result>
  /** What the gateway says of the engines. */
  states(): Promise<Record<string, 'up' | 'down'>>
  /** What administrators are told of them in the back office. */
  operations(): Promise<Record<string, 'up' | 'down'>>
  /** A token of a program that may do everything. */
  operatorToken(): Promise<string>
  /** Everything that the processes of a program have logged. */
  said(name: ProgramName): string
  /** Waits until the gateway says so of an engine. @returns after how many ms it did */
  told(engine: string, state: 'up' | 'down', within: number): Promise<number>
  /** Waits until the page cache hears changes: then pages are marked as kept. */
  pagesAreKept(): Promise<void>
  /** Prints a measured figure beside the tests' names. */
  note(what: string, value: string): void
  /** No process has died, none says that somebody must act, nobody has waited too long. */
  assertSound(): void
  close(): Promise<void>
}

const statesOf = (told: EngineState[]) => Object.fromEntries(told.map(({ name, state }) => [name, state]))

export async function openStage(): Promise<Stage> {
  const engines = proxiedEnvironment()
  const proxies = new Map<ProxiedEngine, FaultProxy>()
  const proxy = (engine: ProxiedEngine): FaultProxy => {
    const known = proxies.get(engine) ?? faultProxy(engine)
    proxies.set(engine, known)
    return known
  }
  for (const engine of ['kafka', 'keycloak', 'opensearch', 'mongodb', 's3', 'mail'] as const)
    await proxy(engine).clear()

  const port = Number(process.env.PMQ_ENGINES_PORT || 19_600) + 30
  const logDir = mkdtempSync(join(tmpdir(), 'pmq-faults-'))
  const env = {
    // Pages are old after a moment, so that what is shown for a page that cannot be rendered anew shows.
    ...{ PAGE_CACHE_MAX_AGE: '2', RATE_PAGES: '100000', RATE_API_READS: '100000', RATE_API_WRITES: '100000' },
    RATE_SIGN_IN: '1000',
  }
  const platform = await startProcesses({ engines, logDir, port, fresh: true, env })
  const pids = platform.processes.map(({ pid }) => pid)
  let longest = { what: 'nothing', ms: 0 }
  const ask = askGateway(port, (what, ms) => {
    if (ms > longest.ms) longest = { what, ms }
  })
  const note = (what: string, value: string) => void process.stdout.write(`# ${what}: ${value}\n`)

  const states = async () => {
    const { engines: told } = (await ask('/health/ready')).json<{ engines: EngineState[] }>()
    return statesOf(told)
  }
  const operatorToken = async () => {
    const answer = await fetch(`${engines.OIDC_ISSUER}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: engines.OPERATOR_CLIENT_ID ?? '',
        client_secret: engines.OPERATOR_CLIENT_SECRET ?? '',
      }),
    })
    assert.ok(answer.ok, `the operator is refused: ${answer.status}`)
    return ((await answer.json()) as { access_token: string }).access_token
  }
  const linesLogged = () => platform.processes.map((one) => one.said().split('\n').length)

  return {
    ...{ platform, engines, env, logDir, ask },
    signIn: (username = 'editor') => signIn(platform.urls.portal, ask, username),
    proxy,
    async during(engine, trouble, play) {
      const { cut, slow, reset, clear } = proxy(engine)
      await { cut, slow: () => slow(500), reset }[trouble]()
      const begun = performance.now()
      try {
        const result = await play()
        const before = linesLogged()
        const quietSince = performance.now()
        if (trouble !== 'slow') await delay(Math.max(1_000, awayMs(engine) - (performance.now() - begun)))
        const seconds = Math.max(1, (performance.now() - quietSince) / 1000)
        const lines = linesLogged().map((count, index) => (count - (before[index] ?? 0)) / seconds)
        assert.ok(Math.max(...lines) <= mostLinesPerSecond, `${engine} ${trouble}: ${lines} lines a second`)
        return result
      } finally {
        await clear()
      }
    },
    states,
    async operations() {
      const headers = { authorization: `Bearer ${await operatorToken()}` }
      const { items } = (await ask('/api/operations/engines', { headers })).json<{ items: EngineState[] }>()
      return statesOf(items)
    },
    operatorToken,
    said: (name) =>
      platform
        .of(name)
        .map((one) => one.said())
        .join(''),
    async told(engine, state, within) {
      const begun = performance.now()
      const isTold = async () => assert.equal((await states())[engine], state, engine)
      await eventually(isTold, { within, every: 100 })
      return Math.round(performance.now() - begun)
    },
    async pagesAreKept() {
      const isKept = async () => assert.match((await ask('/')).headers['cache-control'] ?? '', /public/)
      await eventually(isKept, { within: drainMs, every: 200 })
    },
    note,
    assertSound() {
      assert.deepEqual(
        platform.processes.map(({ pid }) => pid),
        pids,
        'every process is the one that was started',
      )
      assert.deepEqual(platform.logged('error', 'fatal'), [])
      assert.ok(longest.ms <= longestWaitMs, `${longest.what} took ${longest.ms} ms`)
      note('longest request', `${longest.ms} ms (${longest.what})`)
    },
    async close() {
      for (const one of proxies.values()) await one.clear()
      await platform.stop()
    },
  }
}
