import type { Api } from './api-client.ts'

/**
 * Calls each service where it is, by the name in `/api/<name>/...`. A call that meets a closed connection is made once more,
 * for services come and go: the one that was kept open may be that of a replica that is gone. All calls of pages only read.
 */
export const fetchServices =
  (urls: Record<string, string>, send: typeof fetch = fetch): Api =>
  async (path, init) => {
    const [, name = ''] = /^\/api\/([^/?]+)/.exec(path) ?? []
    const url = urls[name]
    if (url === undefined) throw new Error(`Where is the service "${name}"?`)
    const call = () => send(new URL(path, url), init)
    return call().catch((error: unknown) => {
      if (init?.signal?.aborted) throw error
      return call()
    })
  }
