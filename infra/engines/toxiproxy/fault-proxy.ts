import { engineSettings } from '../settings.ts'
import type { ProxiedEngine } from './proxies.ts'
import { callToxiproxy } from './toxiproxy-api.ts'

/** The trouble that one engine's clients can be given, when they come by `proxiedEnvironment()`. */
export type FaultProxy = {
  /** Closes every connection and refuses new ones. */
  cut(): Promise<void>
  restore(): Promise<void>
  /** Each answer comes this many milliseconds later. */
  slow(ms: number): Promise<void>
  /** Every connection, also each new one, is reset at its first bytes, until `clear`. */
  reset(): Promise<void>
  /** No trouble any more, of any kind. */
  clear(): Promise<void>
}

/** @param name the engine whose door is troubled; `mail` is its SMTP */
export function faultProxy(name: ProxiedEngine): FaultProxy {
  const { ports } = engineSettings()
  const call = async (method: string, path: string, body?: unknown) => callToxiproxy(ports, method, path, body)
  const path = `/proxies/${name}`
  const enable = async (enabled: boolean) => {
    await call('POST', path, { enabled })
  }
  const clearToxics = async () => {
    const toxics = (await call('GET', `${path}/toxics`)) as { name: string }[]
    for (const toxic of toxics) await call('DELETE', `${path}/toxics/${toxic.name}`)
  }
  const trouble = async (type: string, attributes: Record<string, number>) => {
    await clearToxics()
    await call('POST', `${path}/toxics`, { name: type, type, stream: 'downstream', attributes })
  }
  return {
    cut: () => enable(false),
    restore: () => enable(true),
    slow: (ms) => trouble('latency', { latency: ms }),
    reset: () => trouble('reset_peer', { timeout: 0 }),
    async clear() {
      await clearToxics()
      await enable(true)
    },
  }
}
