import { createHash } from 'node:crypto'
import { firstPaint } from '@pmq/ui/components/display-settings/first-paint.ts'

/** The one script that stands in a page: it must run before anything is painted. */
const inline = createHash('sha256').update(firstPaint).digest('base64')

/**
 * What a page may load and run: our own files, and nothing else. Styles and scripts are files (astro.config.ts), so one
 * policy is good for every page; Astro’s own would hash them anew for each. The gateway adds what concerns all sites.
 */
export const pagePolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${inline}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
