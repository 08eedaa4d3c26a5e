import { Agent } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, got, readers } from './clients.ts'

/** A program that answers at `url`, and can be told to stop. */
export type Stoppable = {
  url: string
  /** What readers ask for. */
  paths: readonly string[]
  /** Clients of other kinds, as those who write. */
  others?: Client[]
  /** Tells it to stop: SIGTERM. */
  tell(): void
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export type Stopping = {
  answered: number
  /** Each request that was sent and not answered, or answered with 5xx, and how it failed. */
  failed: string[]
  /** From SIGTERM on, in ms: when somebody heard for the last time that it is ready (Infinity: it never said that it is not). */
  readyUntilMs: number
  /** From SIGTERM to the end of the process, in ms. */
  endedMs: number
  ending: { code: number | null; signal: NodeJS.Signals | null }
}

/**
 * Tells a program to stop while twenty readers and others ask it without a pause. A client stops when the program takes no
 * more connections: that request was not accepted. Every other request that does not end in an answer
 * counts as failed, also one on a connection that the program closes at that moment.
 */
export async function stopUnderLoad(
  program: Stoppable,
  { loadMs = 300 + Math.random() * 400 } = {},
): Promise<Stopping> {
  const { clients, close } = readers(program.url, program.paths)
  const failed: string[] = []
  let answered = 0
  let told = Number.POSITIVE_INFINITY
  const since = () => `${Math.round(performance.now() - told)} ms after SIGTERM`
  const heard = (status: number, what: string) => {
    answered += 1
    if (status >= 500) failed.push(`${status} ${what}, ${since()}`)
  }
  const work = [...clients, ...(program.others ?? [])].map((client, number) =>
    client(heard).catch((error: unknown) => {
      if (!isRefusedConnection(error)) failed.push(`client ${number}: ${wordsOf(error)}, ${since()}`)
    }),
  )
  const readyUntil = lastReady(program.url)
  await delay(loadMs)
  told = performance.now()
  program.tell()
  const ending = await program.ended
  const endedMs = performance.now() - told
  await Promise.all(work)
  close()
  return { answered, failed, readyUntilMs: (await readyUntil) - told, endedMs, ending }
}

type SystemError = { code?: string; syscall?: string; cause?: unknown; errors?: unknown[] }

/**
 * The program no longer takes connections. One that is being made while the program closes its door is reset by the
 * system: it was never there, and no request was sent on it.
 */
function isRefusedConnection(error: unknown): boolean {
  const { code, syscall, cause, errors = [] } = error as SystemError
  if (code === 'ECONNREFUSED' || (code === 'ECONNRESET' && syscall === 'connect')) return true
  return cause ? isRefusedConnection(cause) : errors.some(isRefusedConnection)
}

const wordsOf = (error: unknown): string => {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown }
  return [message ?? String(error), code, cause && `(${wordsOf(cause)})`].filter(Boolean).join(' ')
}

/** Asks as a load balancer does, often, until it hears 503. @returns when it last heard 200; Infinity when it never heard 503 */
async function lastReady(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let ready = Number.NEGATIVE_INFINITY
  try {
    for (;;) {
      const status = await got(`${url}/health/ready`, agent).catch(() => 0)
      if (status === 503) return ready
      if (status !== 200) return Number.POSITIVE_INFINITY
      ready = performance.now()
      await delay(25)
    }
  } finally {
    agent.destroy()
  }
}
