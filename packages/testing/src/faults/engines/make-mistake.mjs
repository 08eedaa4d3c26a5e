// Loaded before a program (`node --import`) that shall have the mistake that PMQ_MISTAKE describes.
import { registerHooks } from 'node:module'

const { file, from, to } = JSON.parse(process.env.PMQ_MISTAKE ?? '{}')

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith(`/${file}`)) return loaded
    const source = String(loaded.source)
    if (!source.includes(from)) throw new Error(`${file} has no "${from}" any more: describe the mistake anew.`)
    return { ...loaded, source: source.replace(from, to) }
  },
})
