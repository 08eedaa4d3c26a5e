import { parentPort, workerData } from 'node:worker_threads'

/** What an engine's worker module gives: what is said when ready, the methods that can be called, how to stop. */
export type RunningEngine<Ready> = {
  ready: Ready
  methods?: Record<string, (...args: never[]) => unknown>
  close(): Promise<void> | void
}

/**
 * To be called once, at the top of an engine's worker module: starts the engine with the options
 * that `startEngineWorker` gave, answers its calls, and closes it on request.
 */
export function serveEngine<Options, Ready>(
  start: (options: Options, notify: (notice: unknown) => void) => Promise<RunningEngine<Ready>> | RunningEngine<Ready>,
): void {
  const port = parentPort
  if (!port) throw new Error('serveEngine is for worker threads only.')
  const describe = (error: unknown) => {
    const { message, code } = error as { message?: string; code?: string }
    return { message: message ?? String(error), ...(code === undefined ? {} : { code: String(code) }) }
  }
  // Calls that arrive while the engine starts wait in the port's own queue, since we listen only afterwards.
  Promise.resolve()
    .then(() => start(workerData as Options, (notice) => port.postMessage({ kind: 'notice', notice })))
    .then(
      (engine) => {
        port.on('message', async ({ id, name, args }: { id: number; name: string; args: never[] }) => {
          try {
            const method = name === 'close' ? engine.close : engine.methods?.[name]
            if (!method) throw new Error(`This engine has no method "${name}".`)
            port.postMessage({ kind: 'answer', id, value: await method(...args) })
          } catch (error) {
            port.postMessage({ kind: 'answer', id, error: describe(error) })
          }
        })
        port.postMessage({ kind: 'ready', ready: engine.ready })
      },
      (error) => port.postMessage({ kind: 'failed', ...describe(error) }),
    )
}
