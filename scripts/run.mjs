// Runs one of our TypeScript programs: `node scripts/run.mjs scripts/start.ts …`. It is plain JavaScript for any Node from 20 on,
// because on a machine that has just cloned the project nothing is installed: it installs what is missing, then hands over to the
// Node that the project pins (node_modules/.bin/node), which reads TypeScript by itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Node 20 ou plus récent est nécessaire\u202f; cette machine a Node ${process.versions.node}. (Node 20 or later is needed.)`,
  )
  process.exit(1)
}

installIfNeeded()
const child = spawn(platformNode(), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    // Compiled modules are kept for the next time: a start takes a third less.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    ...process.env,
    // The program ends with us: scripts/start/hear-stop.ts
    PMQ_LAUNCHER: String(process.pid),
  },
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
child.on('error', (error) => {
  console.error(`${child.spawnfile}: ${error.message}`)
  process.exit(1)
})

// A terminal's Ctrl-C reaches the program by itself, too: it takes two signals of one moment for one.
let told = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    told = true
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  })
}
const launchers = launchersOf(process.ppid)
setInterval(() => {
  if (told || (process.ppid === launchers[0] && launchers.every(isAlive))) return
  told = true
  child.kill('SIGTERM')
}, 500).unref()

/** Who started us and may be killed without a word to us: npm stands behind a shell, which would go on waiting for us. */
function launchersOf(parent) {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return [parent]
  try {
    const npm = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1])
    return npm > 1 ? [parent, npm] : [parent]
  } catch {
    return [parent]
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function installIfNeeded() {
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installation des bibliothèques (une à deux minutes la première fois)…')
  // npm writes this file last. Without it an installation was broken off, and what it left behind cannot be told from what is whole.
  const whole = join(modules, '.package-lock.json')
  const before = existsSync(whole) ? readFileSync(whole) : undefined
  if (before) rmSync(whole)
  else rmSync(modules, { recursive: true, force: true })
  // `install`, not `ci`: it leaves in place what programs at work use, and takes the lock file of another platform as it is.
  const npm = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: windows },
  )
  if (npm.status !== 0) {
    if (before && npm.status !== null) writeFileSync(whole, before) // npm put back what it had changed
    console.error(
      npm.error
        ? `npm ne peut pas être lancé\u202f: ${npm.error.message}`
        : 'L’installation a échoué. Vérifiez la connexion et la place sur le disque, puis recommencez. (Installation failed.)',
    )
    process.exit(1)
  }
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
