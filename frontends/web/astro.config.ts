import { createHash } from 'node:crypto'
import node from '@astrojs/node'
import { firstPaint } from '@pmq/ui/components/display-settings/first-paint.ts'
import { defineConfig, passthroughImageService } from 'astro/config'
import { digestOfNothing } from './scripts/digest-of-nothing.ts'

export default defineConfig({
  output: 'server',
  // Whole pages, not streams: an API that fails half-way gives an honest 503 instead of half a page.
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024, experimentalDisableStreaming: true }),
  trailingSlash: 'never',
  compressHTML: true,
  devToolbar: { enabled: false },
  session: false,
  markdown: { syntaxHighlight: false }, // no Markdown here; its styles would break the CSP
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: 'never' },
  vite: { plugins: [digestOfNothing], build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  security: {
    checkOrigin: true,
    // The gateway refuses unknown hosts before a page is asked for.
    allowedDomains: [{ hostname: '**' }],
    // Astro adds script-src and style-src: 'self' and the hashes of what it inlines, and sends all of it as a header.
    csp: {
      // The one script of ours that stands in the page: it must run before anything is painted.
      scriptDirective: { hashes: [`sha256-${createHash('sha256').update(firstPaint).digest('base64')}`] },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ],
    },
  },
})
