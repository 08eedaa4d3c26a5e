import type { EngineState } from '@pmq/platform/health'
import type { OpenApiDocument } from '@pmq/platform/http'
import type { Log } from '@pmq/platform/log'
import { z } from 'zod'

const timeoutMs = 2_500

/** What a service says of its engines, ready or not. */
const readiness = z.object({
  engines: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['embedded', 'external']),
      state: z.enum(['up', 'down']),
      detail: z.string().optional(),
      checkedAt: z.string(),
    }),
  ),
})

export type AskServices = {
  /** The engines of all services: one that is down for any of them is down. A service that does not answer is listed as such. */
  engines(): Promise<EngineState[]>
  /** The documents of the services that answer. */
  openapi(): Promise<OpenApiDocument[]>
}

/** Services that run elsewhere are asked over HTTP, where each tells its state and its document beside its API. */
export function askServices(
  urls: Record<string, string>,
  { clock, log }: { clock: () => Date; log: Log },
): AskServices {
  const services = Object.entries(urls)
  const get = async (url: string, path: string): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), { signal: AbortSignal.timeout(timeoutMs) })
    return answer.json()
  }

  return {
    async engines() {
      const answers = await Promise.all(
        services.map(async ([name, url]): Promise<EngineState[]> => {
          const asked = await get(url, '/health/ready').then(readiness.safeParse, () => undefined)
          if (asked?.success)
            return asked.data.engines.map(({ detail, ...state }) => (detail ? { ...state, detail } : state))
          return [{ name: `service ${name}`, kind: 'external', state: 'down', checkedAt: clock().toISOString() }]
        }),
      )
      const byName = new Map<string, EngineState>()
      for (const state of answers.flat()) {
        if (byName.get(state.name)?.state !== 'down') byName.set(state.name, state)
      }
      return [...byName.values()]
    },
    async openapi() {
      const documents = await Promise.all(
        services.map(([name, url]) =>
          get(url, '/openapi.json').catch((error: unknown) => {
            log.warn({ err: error, service: name }, 'a service does not give its API document')
            return undefined
          }),
        ),
      )
      return documents.filter((document): document is OpenApiDocument => document !== undefined)
    },
  }
}
