import { join } from 'node:path'
import { answersOk, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { secrets } from '../environment.ts'
import { buildGoProgram } from '../go.ts'
import { installOnce } from '../install-once.ts'
import { versions } from '../versions.ts'

const version = versions.minio

/** MinIO, archived by its makers: started by name only, to show that the object store does not depend on one server. */
export const minio: Engine = {
  name: 'minio',
  title: 'MinIO (last state of the archived project)',
  ports: (ports) => [ports.minio],
  install({ cache }, say) {
    const target = `github.com/minio/minio@${version}`
    const make = (folder: string) => buildGoProgram(folder, 'minio', target)
    return installOnce(cache, { engine: 'minio', version, ingredients: [target], make }, say)
  },
  async launch(installed, folder, ports) {
    return {
      command: join(installed, 'minio'),
      args: ['server', '--address', `${HOST}:${ports.minio}`, '--quiet', join(folder, 'data')],
      env: {
        MINIO_ROOT_USER: secrets.s3.accessKey,
        MINIO_ROOT_PASSWORD: secrets.s3.secretKey,
        MINIO_BROWSER: 'off',
        MINIO_UPDATE: 'off',
      },
    }
  },
  answers: (ports) => answersOk(`http://${HOST}:${ports.minio}/minio/health/ready`),
  startWithinMs: 30_000,
}
