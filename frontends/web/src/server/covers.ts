import { drawCover, drawingVersion } from '@pmq/ui/prints/covers/covers.ts'
import type { RequestHandler } from 'express'
import { coverRatios } from '../site/cover-address.ts'

const address = /^\/couvertures\/([0-9a-z]{1,7})\/([a-z-]{1,40})-([0-9a-f]{3})-([0-9x]{3,5})\.svg$/

/** Some 2 MB when full; the gateway keeps its own, compressed. */
const mostKept = 200

/**
 * Draws covers. The address says all that a print depends on, so it may be kept for ever. An address of an earlier way of
 * drawing leads to the present one.
 */
export function createCovers(): RequestHandler {
  const kept = new Map<string, string>()
  const current = drawingVersion() // now, rather than while the first reader waits

  return (req, res, next) => {
    const [, version, motif, seed, ratio] = address.exec(req.path) ?? []
    if (!motif || !seed || !isRatio(ratio) || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const name = `${motif}-${seed}-${ratio}`
    const known = kept.get(name)
    const svg = known ?? drawCover({ motif, seed }, { ratio: coverRatios[ratio] })
    if (!svg) return next()
    if (version !== current)
      return void res.set('cache-control', 'no-store').redirect(302, `/couvertures/${current}/${name}.svg`)
    kept.delete(name) // the one asked for last stands at the end
    kept.set(name, svg)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    res.set('cache-control', 'public, max-age=31536000, immutable').type('image/svg+xml').send(svg)
  }
}

const isRatio = (text: string | undefined): text is keyof typeof coverRatios =>
  text !== undefined && Object.hasOwn(coverRatios, text)
