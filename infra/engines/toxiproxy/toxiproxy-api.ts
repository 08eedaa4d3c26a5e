import { HOST } from '../ask.ts'
import type { Ports } from '../ports.ts'

/** One request to toxiproxy. @throws Error with its answer when it refuses */
export async function callToxiproxy(ports: Ports, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`http://${HOST}:${ports.toxiproxy}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`toxiproxy answers ${response.status} to ${method} ${path}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
