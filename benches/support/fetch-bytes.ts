import { request } from 'undici'

/**
 * The body of an answer as it travels: a bench that compares two servers begins by comparing what they say.
 * @throws Error unless the answer is a 200
 */
export async function fetchBytes(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const answer = await request(url, { headers })
  const body = Buffer.from(await answer.body.arrayBuffer())
  if (answer.statusCode !== 200)
    throw new Error(`${url} answered ${answer.statusCode}: ${body.toString().slice(0, 300)}`)
  return body
}

/** @throws Error when they are not the same, to the byte */
export async function assertSameBytes(one: string, other: string, headers: Record<string, string> = {}) {
  const [left, right] = await Promise.all([fetchBytes(one, headers), fetchBytes(other, headers)])
  if (!left.equals(right))
    throw new Error(`${one} (${left.length} bytes) and ${other} (${right.length}) say different things.`)
  return left.length
}
