import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { ensureBuilt } from '../build.ts'

const startWeb = new URL('../testing/start-web.ts', import.meta.url).href

test('a failure that another part of the process left behind still ends the process', async () => {
  await ensureBuilt()
  const script = `const { startWeb } = await import(${JSON.stringify(startWeb)}); const web = await startWeb()
    await (await web.visit('/')).text(); void Promise.reject(new Error('of another part'))
    setTimeout(() => process.exit(0), 10_000)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.match(stderr, /of another part/)
  assert.notEqual(status, 0)
})
