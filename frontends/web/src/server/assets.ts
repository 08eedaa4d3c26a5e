import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.css', '.js', '.svg', '.txt', '.webmanifest'])

type Coding = 'br' | 'gzip'
type Asset = { type: string; etag: string; cacheControl: string; plain: Buffer; coded: Partial<Record<Coding, Buffer>> }

/** Serves the files of a build from memory (some 200 kB), compressed once. Files under `_astro/` carry their hash in their name. */
export async function createAssets(folder: string): Promise<RequestHandler> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const loaded = files.map(
    async (file) => [`/${relative(folder, file).split(sep).join('/')}`, await load(file)] as const,
  )
  const assets = new Map<string, Asset>(await Promise.all(loaded))

  return (req, res, next) => {
    const asset = assets.get(req.path)
    if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const coding = (['br', 'gzip'] as const).find((name) => asset.coded[name] && req.acceptsEncodings(name))
    const body = (coding && asset.coded[coding]) ?? asset.plain
    res.set({ 'cache-control': asset.cacheControl, 'content-type': asset.type, etag: asset.etag })
    if (asset.coded.br) res.vary('accept-encoding')
    if (req.fresh) return void res.status(304).end()
    if (coding) res.set('content-encoding', coding)
    res.set('content-length', String(body.length)).end(req.method === 'HEAD' ? undefined : body)
  }
}

async function load(file: string): Promise<Asset> {
  const [extension, plain] = [extname(file), await readFile(file)]
  const isHashed = file.includes(`${sep}_astro${sep}`)
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    plain,
    coded: compressible.has(extension) ? await compress(plain) : {},
  }
}

async function compress(plain: Buffer): Promise<Asset['coded']> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  return { br, gzip: gz }
}
