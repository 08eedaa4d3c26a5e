import { fileURLToPath } from 'node:url'
import { ensureBuilt as ensureFrontBuilt } from '../../../scripts/ensure-built.ts'

/** Builds the pages when their sources have changed since the last build. */
export const ensureBuilt = () =>
  ensureFrontBuilt({
    dir: fileURLToPath(new URL('..', import.meta.url)),
    inputs: ['src', 'astro.config.ts', '../ui', '../../packages/rich-text/src', '../../package-lock.json'],
    output: 'dist',
    command: ['node', 'scripts/astro.ts', 'build', '--silent'],
  })
