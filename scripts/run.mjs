// Runs one of our TypeScript programs: `node scripts/run.mjs scripts/start.ts …`. It is plain JavaScript for any Node from 20 on,
// because on a machine that has just cloned the project nothing is installed: it installs what is missing, then hands over to the
// Node that the project pins (node_modules/.bin/node), which reads TypeScript by itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Node 20 ou plus récent est nécessaire ; cette machine a Node ${process.versions.node}. (Node 20 or later is needed.)`,
  )
  process.exit(1)
}

installIfNeeded()
const child = spawn(platformNode(), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PMQ_PARENT: String(process.pid) },
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
// Ctrl-C reaches the whole group by itself; a signal to us alone is passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
process.on('SIGINT', () => undefined)
// npm may be killed without being able to tell us: then we are somebody else's child.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 1000).unref()

function installIfNeeded() {
  const stamp = join(root, 'node_modules', '.installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installation des bibliothèques (une à deux minutes la première fois)…')
  // Later, `install` only adds what changed, and leaves the rest in place for programs that run.
  const firstTime = !existsSync(join(root, 'node_modules'))
  const npm = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    [firstTime ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: windows,
    },
  )
  if (npm.status !== 0) {
    console.error('L’installation a échoué. Vérifiez la connexion et la place sur le disque, puis recommencez.')
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function platformNode() {
  const require = createRequire(join(root, 'package.json'))
  const name = {
    linux: 'node-linux',
    darwin: process.arch === 'arm64' ? 'node-bin-darwin' : 'node-darwin',
    win32: 'node-win',
  }[process.platform]
  try {
    return join(dirname(require.resolve(`${name}-${process.arch}/package.json`)), 'bin', windows ? 'node.exe' : 'node')
  } catch {
    // No package for this machine: its own Node will do when it reads TypeScript.
    if (process.features.typescript) return process.execPath
    console.error(
      `Aucun Node 26 n’est fourni pour ${process.platform} ${process.arch}. Installez Node 26, puis recommencez.`,
    )
    process.exit(1)
  }
}
