import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from '@pmq/testing/free-ports'
import { needProgram } from './missing.ts'
import { type Started, startOther } from './start-process.ts'

export type StartedNginx = Started & { origin: string; version: string; config: string }

/**
 * nginx with one worker, as our server is one process, and without an access log.
 * @param server the inside of the `server` block, `listen` left out
 */
export async function startNginx(folder: string, server: (origin: string) => string): Promise<StartedNginx> {
  const nginx = needProgram('nginx', 'apt-get install nginx-light')
  const port = await freePorts(1)
  const origin = `http://127.0.0.1:${port}`
  mkdirSync(folder, { recursive: true })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${join(folder, name)};`)
    .join('\n')
  const config = `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
daemon off;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')} warn;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=1000 inactive=60s;
${temporary}
  server {
    listen 127.0.0.1:${port} backlog=1024;
${server(origin)}
  }
}
`
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, config)
  // It says its version on the error stream.
  const version = execFileSync('sh', ['-c', `"${nginx}" -v 2>&1`], { encoding: 'utf8' }).trim()
  const started = await startOther(nginx, ['-c', file, '-e', join(folder, 'error.log')], {
    isReady: () =>
      fetch(origin).then(
        () => true,
        () => false,
      ),
  })
  return { ...started, origin, version, config }
}
