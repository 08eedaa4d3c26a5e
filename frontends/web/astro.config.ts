import node from '@astrojs/node'
import { defineConfig, passthroughImageService } from 'astro/config'

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
  // Styles and scripts are files, never text in a page: its policy allows no such text (server/page-policy.ts).
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  security: {
    checkOrigin: true,
    // The gateway refuses unknown hosts before a page is asked for.
    allowedDomains: [{ hostname: '**' }],
  },
})
