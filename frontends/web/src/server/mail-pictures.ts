import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'

/** The pictures that mails show, some 15 kB in all, under addresses that stay: a mail of years ago asks for them too. */
export function createMailPictures(): RequestHandler {
  const folder = dirname(fileURLToPath(import.meta.resolve('@pmq/ui/mail/pictures/mark-portal.png')))
  const pictures = new Map(readdirSync(folder).map((name) => [`/courriel/${name}`, readFileSync(`${folder}/${name}`)]))
  return (req, res, next) => {
    const picture = pictures.get(req.path)
    if (!picture || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    // Mail programs that fetch pictures do so from other hosts.
    res.set({ 'cache-control': 'public, max-age=604800', 'cross-origin-resource-policy': 'cross-origin' })
    res.type('png').send(picture)
  }
}
