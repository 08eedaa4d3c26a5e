import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { answersOk, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { secrets } from '../environment.ts'
import { buildGoProgram } from '../go.ts'
import { installOnce } from '../install-once.ts'
import { versions } from '../versions.ts'

const version = versions.versitygw
const HEALTH = '/_health'

/** versitygw: an S3 server on plain files. */
export const s3: Engine = {
  name: 's3',
  title: `S3 (versitygw ${version})`,
  ports: (ports) => [ports.s3],
  install({ cache }, say) {
    const target = `github.com/versity/versitygw/cmd/versitygw@${version}`
    const make = (folder: string) => buildGoProgram(folder, 'versitygw', target)
    return installOnce(cache, { engine: 's3', version, ingredients: [target], make }, say)
  },
  async launch(installed, folder, ports) {
    const [data, iam, versioning, meta] = ['data', 'iam', 'versions', 'meta'].map((name) => join(folder, name))
    for (const one of [data, iam, versioning, meta]) await mkdir(one ?? '', { recursive: true })
    return {
      command: join(installed, 'versitygw'),
      args: [
        ...['--port', `${HOST}:${ports.s3}`, '--health', HEALTH, '--quiet', '--keep-alive', '--iam-dir', iam ?? ''],
        // What it knows of an object lies beside it, not in attributes that not every disk has.
        ...['posix', '--versioning-dir', versioning ?? '', '--sidecar', meta ?? '', data ?? ''],
      ],
      env: { ROOT_ACCESS_KEY: secrets.s3.accessKey, ROOT_SECRET_KEY: secrets.s3.secretKey },
    }
  },
  answers: (ports) => answersOk(`http://${HOST}:${ports.s3}${HEALTH}`),
  startWithinMs: 30_000,
}
