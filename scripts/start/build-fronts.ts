import { fileURLToPath } from 'node:url'
import { adminFiles } from '@pmq/admin'
import { ensureBuilt as ensureWebBuilt } from '@pmq/web/build'
import { ensureBuilt } from '../ensure-built.ts'

/** Builds the public sites and the back office when their sources have changed. One after the other: they fill the machine. */
export async function buildFronts(): Promise<void> {
  await ensureWebBuilt()
  await ensureBuilt({
    dir: fileURLToPath(new URL('..', adminFiles)),
    inputs: [
      'src',
      'index.html',
      'vite.config.ts',
      '../ui/tokens',
      '../ui/marks',
      '../../packages/rich-text/src',
      '../../packages/contracts/src',
      '../../package-lock.json',
    ],
    output: 'dist',
    command: ['vite', 'build', '--logLevel', 'error'],
  })
}
