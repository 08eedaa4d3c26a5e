import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { paragraph, paragraphs } from '../support/article-text.ts'
import { findProgram, Missing, needProgram } from '../support/missing.ts'
import { startNginx } from '../support/start-nginx.ts'
import { startOther } from '../support/start-process.ts'
import { toolsFolder } from '../support/tools-cache.ts'

export type WordPress = {
  origin: string
  pids: number[]
  paths: string[]
  versions: Record<string, string>
  stop(): Promise<void>
}

const run = promisify(execFile)
const packages =
  'apt-get install wordpress wordpress-theme-twentytwentythree php-fpm php-mysql php-xml php-mbstring mariadb-server nginx-light'
const debianFolder = '/usr/share/wordpress'
const theme = 'wp-content/themes/twentytwentythree'
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Debian's WordPress with its default theme: nginx, PHP-FPM with OPcache, MariaDB. Installed once, kept for the next time. */
export async function startWordPress(articles: number): Promise<WordPress> {
  if (!existsSync(join(debianFolder, theme))) throw new Missing(`This bench needs WordPress. On Debian: ${packages}`)
  const fpm = ['php-fpm8.4', 'php-fpm8.3', 'php-fpm8.2', 'php-fpm'].find(findProgram)
  const programs = {
    fpm: needProgram(fpm ?? 'php-fpm', packages),
    php: needProgram('php', packages),
    mariadbd: needProgram('mariadbd', packages),
    installDb: needProgram('mariadb-install-db', packages),
    mariadb: needProgram('mariadb', packages),
  }
  const home = toolsFolder(`wordpress-${articles}`)
  const at = (name: string) => join(home, name)
  const installed = existsSync(at('installed'))
  if (!installed) {
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    const how = [`--datadir=${at('mysql')}`, '--auth-root-authentication-method=normal', '--skip-test-db']
    await run(programs.installDb, ['--no-defaults', ...asUs(), ...how])
    cpSync(debianFolder, at('wp'), { recursive: true, dereference: true })
  }
  // Always: it may have changed since.
  cpSync(file('wp-config.php'), at('wp/wp-config.php'))

  const socket = at('m.sock')
  const database = await startOther(
    programs.mariadbd,
    [
      '--no-defaults',
      ...asUs(),
      ...[`--datadir=${at('mysql')}`, `--socket=${socket}`, `--pid-file=${at('m.pid')}`],
      ...['--skip-networking', '--innodb-buffer-pool-size=512M'],
    ],
    { isReady: async () => existsSync(socket) },
  )
  const env = { ...process.env, WP_SOCKET: socket }
  if (!installed) {
    const sql = "create database wp; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost;"
    await run(programs.mariadb, ['--no-defaults', '-S', socket, '-uroot', '-e', sql])
    const args = [at('wp'), String(articles), paragraph, String(paragraphs)]
    await run(programs.php, [file('wp-install.php'), ...args], { env, maxBuffer: 1e8 })
    writeFileSync(at('installed'), '')
  }
  writeFileSync(at('fpm.conf'), fpmConfig(at('fpm.sock'), at('fpm.log')))
  const asRoot = process.getuid?.() === 0 ? ['--allow-to-run-as-root'] : []
  const php = await startOther(
    programs.fpm,
    ['--nodaemonize', ...asRoot, '-y', at('fpm.conf'), '-d', 'opcache.enable=1', '-d', 'opcache.validate_timestamps=0'],
    { env, isReady: async () => existsSync(at('fpm.sock')) },
  )
  const nginx = await startNginx(at('nginx'), () => nginxConfig(at('wp'), at('fpm.sock')))
  const ids = JSON.parse(readFileSync(at('wp/bench-ids.json'), 'utf8')) as number[]
  return {
    origin: nginx.origin,
    pids: [nginx.pid, php.pid, database.pid],
    paths: ids.map((id) => `/?p=${id}`),
    versions: await versions(programs, nginx.version),
    async stop() {
      await Promise.all([nginx.stop(), php.stop(), database.stop()])
    },
  }
}

const asUs = () => (process.getuid?.() === 0 ? ['--user=root'] : [])

async function versions({ php, mariadbd }: { php: string; mariadbd: string }, nginx: string) {
  const first = async (command: string, argument: string) =>
    (await run(command, [argument])).stdout.split('\n')[0] ?? ''
  const [, wordpress = ''] =
    /\$wp_version = '([^']+)'/.exec(readFileSync(join(debianFolder, 'wp-includes/version.php'), 'utf8')) ?? []
  return { wordpress, php: await first(php, '-v'), mariadb: await first(mariadbd, '--version'), nginx }
}

const fpmConfig = (socket: string, log: string) => `
[global]
error_log = ${log}
[www]
${process.getuid?.() === 0 ? 'user = root\ngroup = root' : ''}
listen = ${socket}
pm = static
pm.max_children = 4
clear_env = no
`

const nginxConfig = (root: string, socket: string) => `
    root ${root};
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:${socket};
    }
`
