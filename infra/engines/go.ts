import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from './run-tool.ts'

/**
 * Builds one Go program into `folder/NAME`.
 * @param target `module/path/to/program@version`
 */
export async function buildGoProgram(folder: string, name: string, target: string, linkerFlags = ''): Promise<void> {
  const building = join(folder, 'building')
  await mkdir(building)
  await runTool('go', ['install', '-trimpath', '-ldflags', `-s -w ${linkerFlags}`.trim(), target], {
    cwd: building,
    env: { GOBIN: building, GOFLAGS: '-buildvcs=false', GOWORK: 'off' },
    missing: 'Go is needed once, to build this engine (Debian: apt-get install golang; https://go.dev/dl).',
  })
  const built = target.replace(/@.*/, '').split('/').at(-1) ?? name
  await rename(join(building, built), join(folder, name))
  await rm(building, { recursive: true })
}
