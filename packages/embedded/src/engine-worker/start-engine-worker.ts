import { Worker } from 'node:worker_threads'

/** An embedded engine at work in its own thread, so that its computing never delays a web request. */
export type EngineWorker<Ready, Methods extends EngineMethods> = {
  /** What the engine said when it was ready, for example the port it listens on. */
  ready: Ready
  /** Calls a method of the engine; rejects with the engine's own message, or when the engine has stopped. */
  call<Name extends keyof Methods & string>(
    name: Name,
    ...args: Parameters<Methods[Name]>
  ): Promise<Awaited<ReturnType<Methods[Name]>>>
  /** Hears what the engine says unasked. */
  onNotice(listener: (notice: unknown) => void): void
  /** Lets the engine finish what it acknowledged, then ends its thread. */
  close(): Promise<void>
}

export type EngineMethods = Record<string, (...args: never[]) => unknown>
export type EngineWorkerFailure = { engine: string; error: Error }

type FromWorker =
  | { kind: 'ready'; ready: unknown }
  | { kind: 'failed'; message: string; code?: string }
  | { kind: 'answer'; id: number; value?: unknown; error?: { message: string; code?: string } }
  | { kind: 'notice'; notice: unknown }

const errorOf = ({ message, code }: { message: string; code?: string }) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

/**
 * Starts the module at `url` in a worker thread; the module calls `serveEngine`.
 * @param onFailure told when the thread dies unasked (the program should then stop: an engine is not optional)
 * @throws what the engine threw while it started, with its `code` (`EADDRINUSE`, `ENOSPC` …)
 */
export async function startEngineWorker<Ready, Methods extends EngineMethods = Record<string, never>>(
  engine: string,
  url: URL,
  options: unknown,
  onFailure: (failure: EngineWorkerFailure) => void = ({ error }) => {
    throw error
  },
): Promise<EngineWorker<Ready, Methods>> {
  const worker = new Worker(url, { workerData: options, name: engine })
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners: ((notice: unknown) => void)[] = []
  let lastId = 0
  let closing = false
  let stopped: Error | undefined

  const stop = (error: Error) => {
    if (stopped) return
    stopped = error
    for (const call of pending.values()) call.reject(error)
    pending.clear()
    if (!closing) onFailure({ engine, error })
  }

  const ready = await new Promise<Ready>((resolve, reject) => {
    let started = false
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        started = true
        resolve(message.ready as Ready)
      } else if (message.kind === 'failed') {
        closing = true
        reject(errorOf(message))
        void worker.terminate()
      } else if (message.kind === 'notice') {
        for (const listener of listeners) listener(message.notice)
      } else {
        const call = pending.get(message.id)
        pending.delete(message.id)
        if (message.error) call?.reject(errorOf(message.error))
        else call?.resolve(message.value)
      }
    })
    worker.on('error', (error: Error) => (started ? stop(error) : reject(error)))
    worker.on('exit', (code) => {
      const error = new Error(`The embedded engine "${engine}" stopped (code ${code}).`)
      if (started) stop(error)
      else reject(error)
    })
  })

  const post = (name: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (stopped) return reject(stopped)
      const id = ++lastId
      pending.set(id, { resolve, reject })
      worker.postMessage({ id, name, args })
    })

  return {
    ready,
    call: (name, ...args) => post(name, args) as never,
    onNotice: (listener) => void listeners.push(listener),
    async close() {
      if (closing) return
      closing = true
      if (!stopped) await post('close', []).catch(() => undefined)
      await worker.terminate()
    },
  }
}
