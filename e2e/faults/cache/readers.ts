import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { Places } from './writers.ts'

type Reading = {
  port: number
  /** Cookies of somebody who is signed in. */
  cookie: string
  ledger: Ledger
  random: Random
  places: Places
  wrong: Set<string>
  answers: { count: number }
  isOver(): boolean
}

const portal = 'localhost'
const others = ['patrimoine.localhost', 'scic.localhost', 'produits.localhost']
const evil = 'evil.example'

/** Headers by which one may try to be shown something else, or to have something else kept for others. */
const disguises: Record<string, string>[] = [
  { 'x-forwarded-host': evil },
  { 'x-forwarded-host': evil, 'x-forwarded-proto': 'https', 'x-forwarded-port': '1' },
  { forwarded: `host=${evil};proto=https` },
  { 'x-host': evil, 'x-original-host': evil, 'x-http-host-override': evil },
  { 'x-original-url': '/admin/', 'x-rewrite-url': '/admin/' },
  { 'x-pmq-site': 'scic', 'x-pmq-depends-on': 'nothing' },
  { referer: `https://${evil}/`, origin: `https://${evil}` },
  { 'user-agent': evil, 'accept-language': 'de' },
  { range: 'bytes=0-20' },
  { 'cache-control': 'no-cache', pragma: 'no-cache' },
  { 'x-http-method-override': 'DELETE' },
  { authorization: 'Bearer x' },
]
/** The same address, written otherwise. */
const spellings: ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}?utm_source=lettre`,
  (path) => `${path}?page=1`,
  (path) => `${path}?&`,
  (path) => `${path}?X=${Math.random()}`,
  (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => letter.toUpperCase()),
  (path) => `${path}/`,
]

/** What programs read of the same contents; the same on all hosts. */
export const dataOf = ({ paths }: Places): string[] => [
  '/api/content/sites/portal/articles?perPage=50',
  '/api/content/sites/portal/addresses',
  ...paths.map((path) => `/api/content/sites/portal/page?path=${path}`),
]

type Got = { status: number; head: string; etag: string | undefined; setsCookie: boolean; body: string; bytes: number }

export function get(
  port: number,
  host: string,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host: `${host}:${port}` } })
    sent.once('error', reject)
    sent.once('response', async (response) => {
      try {
        const chunks: Buffer[] = []
        for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
        const raw = Buffer.concat(chunks)
        const encoding = raw.length > 0 ? response.headers['content-encoding'] : undefined
        const plain = encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw
        resolve({
          status: response.statusCode ?? 0,
          head: JSON.stringify(response.headers),
          etag: response.headers.etag,
          setsCookie: response.headers['set-cookie'] !== undefined,
          body: plain.toString(),
          bytes: raw.length,
        })
      } catch (error) {
        reject(error)
      }
    })
    sent.end()
  })
}

/** Somebody who reads what he finds, as himself, as others, under all names of a page. */
export async function keepReading({
  port,
  cookie,
  ledger,
  random,
  places,
  wrong,
  answers,
  isOver,
}: Reading): Promise<void> {
  const one = <Value>(values: readonly Value[]): Value => values[random(values.length)] as Value
  const etags = new Map<string, string>()
  while (!isOver()) {
    const isApi = random(4) === 0
    const isArticle = !isApi && random(10) < 6 && places.paths.length > 0
    const pages = isArticle ? places.paths : ['/', places.sectionPath, '/plan-du-site', '/sitemap.xml', '/flux.xml']
    const plain = one(isApi ? dataOf(places) : pages)
    const path = !isApi && random(3) === 0 ? one(spellings)(plain) : plain
    const host = random(4) === 0 ? one(others) : portal
    const method = random(12) === 0 ? 'HEAD' : 'GET'
    const etag = random(4) === 0 ? etags.get(`${host}${path}`) : undefined
    const signedIn = random(5) === 0
    const headers = {
      ...(random(2) === 0 ? { 'accept-encoding': one(['br', 'gzip', 'br, gzip', 'identity']) } : {}),
      ...(random(4) === 0 ? one(disguises) : {}),
      ...(signedIn ? { cookie } : {}),
      ...(etag ? { 'if-none-match': etag } : {}),
    }
    const askedAt = performance.now()
    const { status, head, body, bytes, setsCookie, ...got } = await get(port, host, path, headers, method)
    answers.count += 1
    const what = `${method} ${host}${isArticle ? '/(article)' : plain} ${JSON.stringify(Object.keys(headers))}`
    if (got.etag) etags.set(`${host}${path}`, got.etag)
    if (etags.size > 200) etags.clear()
    if (status >= 500) wrong.add(`${what} answers ${status}`)
    const markers = ledger.read(head + body, askedAt, what)
    if (isArticle && host !== portal && markers.length > 0) wrong.add(`${what} shows an article of another site`)
    if (body.includes(evil) || head.includes(evil)) wrong.add(`${what} repeats a name that somebody made up`)
    if (setsCookie && !signedIn) wrong.add(`${what} gives a cookie to somebody who has none`)
    if ((method === 'HEAD' || status === 304) && bytes > 0) wrong.add(`${what} has a body`)
  }
}
