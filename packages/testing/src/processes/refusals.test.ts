import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ProgramName, programs, root } from './programs.ts'

const needed: Record<ProgramName, string[]> = {
  gateway: ['PORT', 'PUBLIC_URL', 'SERVICE_URLS', 'WEB_URL', 'KAFKA_BROKERS', 'OIDC_CLIENT_SECRET', 'SESSION_SECRETS'],
  content: ['PORT', 'MONGODB_URI', 'KAFKA_BROKERS', 'ELASTICSEARCH_URL', 'OIDC_ISSUER'],
  search: ['PORT', 'MONGODB_URI', 'KAFKA_BROKERS', 'ELASTICSEARCH_URL', 'OIDC_ISSUER'],
  web: ['PORT', 'SERVICE_URLS', 'SITE_URLS'],
}

for (const name of Object.keys(programs) as ProgramName[]) {
  test(`${name} refuses to start with all that is wrong in its settings at once`, { timeout: 60_000 }, () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, programs[name])], {
      env: { PATH: process.env.PATH, PORT: 'none' },
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    const lines = stderr.split('\n').filter((line) => line.startsWith('{'))
    const [line = '{}'] = lines
    const { level, msg } = JSON.parse(line) as { level: string; msg: string }
    assert.deepEqual([lines.length, level], [1, 'fatal'])
    for (const setting of needed[name]) assert.ok(msg.includes(setting), `${setting} is not named in: ${msg}`)
  })
}
