import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npm run fixture` answers there; `GATEWAY=http://localhost:8080` asks a real one. */
const gateway = process.env.GATEWAY ?? 'http://localhost:9480'

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  server: { proxy: { '/api': gateway, '/auth': gateway } },
  build: {
    target: 'es2023',
    // The gateway's policy allows no `data:` addresses: small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
})
