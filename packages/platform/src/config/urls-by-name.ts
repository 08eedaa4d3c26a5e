import { z } from 'zod'

const httpUrl = z.url({ protocol: /^https?$/ })

/** Addresses of services by name, as in `/api/<name>`: `content=http://content:3001; search=http://search:3002`. */
export const urlsByName = z.string().transform((text, context) => {
  const urls: Record<string, string> = {}
  for (const entry of text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, name = '', url = ''] = /^([a-z][a-z0-9-]*)\s*=\s*(\S+)$/.exec(entry) ?? []
    if (httpUrl.safeParse(url).success) urls[name] = url
    else context.addIssue(`"${entry}" is not name=http://host:port`)
  }
  return urls
})
