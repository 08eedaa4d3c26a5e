// `npm run check`: everything that can be said of the code without running it. All checks run; the exit code tells if one failed.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cwd = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name: string) => join(cwd, 'node_modules', '.bin', name)

const checks: { title: string; command: string[] }[] = [
  { title: 'types', command: [bin('tsc'), '--noEmit'] },
  { title: 'types of the design system', command: [bin('tsc'), '-p', 'frontends/ui/tsconfig.json', '--noEmit'] },
  { title: 'types of the back office', command: [bin('tsc'), '-p', 'frontends/admin/tsconfig.json', '--noEmit'] },
  {
    title: 'types of the public sites',
    command: [bin('astro'), 'check', '--root', 'frontends/web', '--minimumSeverity', 'error'],
  },
  {
    title: 'types of the components',
    // the same, for the Astro files of the design system: `tsc` does not read them
    command: [
      ...[bin('astro'), 'check', '--root', 'frontends/ui', '--tsconfig', 'tsconfig.components.json'],
      ...['--minimumSeverity', 'error'],
    ],
  },
  { title: 'lint and format', command: [bin('biome'), 'check', '.'] },
  {
    title: 'boundaries',
    command: [
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      'packages',
      'services',
      'gateway',
      'frontends',
      'scripts',
      'e2e',
      'infra',
      'benches',
    ],
  },
  { title: 'unused files, exports and dependencies', command: [bin('knip')] },
  { title: 'contracts', command: [process.execPath, 'scripts/contracts.ts', '--check'] },
]

const failed: string[] = []
for (const { title, command } of checks) {
  const [program = '', ...args] = command
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✔' : '✘'} ${title} (${seconds} s)`)
  if (status === 0) continue
  failed.push(title)
  console.log([stdout, stderr].join('\n').trim())
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`)
  process.exitCode = 1
}
