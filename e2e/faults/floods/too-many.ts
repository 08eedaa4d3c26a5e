import type { Target } from './connection.ts'
import { type Asked, type Reply, request } from './request.ts'

export type Flood = { served: number; refused: number; other: Reply[]; withoutRetryAfter: number }

/** So many requests of one client, as fast as eight connections can. */
export async function flood(target: Target, path: string, requests: number, asked: Asked): Promise<Flood> {
  const found: Flood = { served: 0, refused: 0, other: [], withoutRetryAfter: 0 }
  let left = requests
  const one = async () => {
    while (left > 0) {
      left -= 1
      const reply = await request(target, path, asked)
      if (reply.status === 429) {
        found.refused += 1
        if (!(Number(reply.headers['retry-after']) > 0)) found.withoutRetryAfter += 1
      } else if (reply.status > 0 && reply.status < 500) found.served += 1
      else found.other.push(reply)
    }
  }
  await Promise.all(Array.from({ length: 8 }, one))
  return found
}
