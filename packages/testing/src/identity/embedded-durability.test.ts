import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { startIdentity } from '@pmq/embedded/identity'
import { createTokenVerifier } from '@pmq/platform/auth'
import { createBrowser } from './browser.ts'
import { embeddedClient } from './embedded-client.ts'
import { createRelyingParty } from './relying-party.ts'

describe('what the embedded provider keeps', { timeout: 60_000 }, () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'identity-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  const start = (port = 0) => startIdentity({ dataDir, port, clients: [embeddedClient] })
  const startApart = async (port: number) => {
    const options = JSON.stringify({ dataDir, port, clients: [embeddedClient] })
    const child = fork(new URL('./identity-process.ts', import.meta.url), [options])
    const died = once(child, 'exit').then(([code]) => assert.fail(`The provider's process ended (${code}).`))
    died.catch(() => undefined) // it will, when it is killed
    const [message] = (await Promise.race([once(child, 'message'), died])) as [{ issuer: string }]
    return {
      issuer: message.issuer,
      async kill() {
        child.kill('SIGKILL')
        await once(child, 'exit')
      },
    }
  }
  const signIn = async (issuer: string) => {
    const party = await createRelyingParty({ ...embeddedClient, issuer })
    const browser = createBrowser({ stopBefore: 'http://localhost:8080/' })
    const { url, checks } = await party.begin()
    const back = await browser.submit(await browser.open(url), { username: 'editor', password: 'demo' })
    return { party, browser, back, checks }
  }
  const portOf = (issuer: string) => Number(new URL(issuer).port)

  test('sessions, tokens and keys outlive a restart', async () => {
    const first = await start()
    const { party, browser, back, checks } = await signIn(first.issuer)
    const tokens = await party.finish(back.url, checks)
    await first.close()

    const second = await start(portOf(first.issuer))
    try {
      assert.equal(second.issuer, first.issuer)
      await createTokenVerifier({ issuer: second.issuer, audience: 'midi-quercy-api' }).verify(tokens.access_token)
      await party.refresh(tokens.refresh_token ?? '')
      const again = await party.begin()
      const page = await browser.open(again.url)
      assert.ok(page.url.startsWith(embeddedClient.redirectUri), 'who was signed in is not asked again')
    } finally {
      await second.close()
    }
  })

  test('a code, a token and a reuse are remembered after kill -9, whenever it comes', async () => {
    const first = await startApart(0)
    const port = portOf(first.issuer)
    const { party, back, checks } = await signIn(first.issuer)
    await first.kill() // the code was given

    const second = await startApart(port)
    const { refresh_token: used = '' } = await party.finish(back.url, checks)
    const { refresh_token: newest = '' } = await party.refresh(used)
    await second.kill() // the token was used

    const third = await startApart(port)
    try {
      await assert.rejects(party.finish(back.url, checks), 'the code is not good again')
    } finally {
      await third.kill() // the reuse has ended the grant
    }
    const fourth = await startApart(port)
    try {
      await assert.rejects(party.refresh(newest))
    } finally {
      await fourth.kill()
    }
  })

  test('its secrets are for their owner only', { skip: process.platform === 'win32' }, async () => {
    const identity = await start()
    try {
      const secret = (await readdir(dataDir)).filter((file) => file !== 'format.json')
      assert.ok(secret.includes('secrets.json') && secret.includes('identity.db'))
      for (const file of secret) assert.equal((await stat(join(dataDir, file))).mode & 0o077, 0, file)
    } finally {
      await identity.close()
    }
  })

  test('data of a later version are refused, and so are keys that are not ours', async () => {
    await (await start()).close()
    const [format, secrets] = ['format.json', 'secrets.json'].map((file) => join(dataDir, file)) as [string, string]
    await writeFile(secrets, '{"signingKey":{}}')
    await assert.rejects(start(), { code: 'DATA_UNREADABLE' })
    await writeFile(format, '{"engine":"identity","format":2}')
    await assert.rejects(start(), { code: 'DATA_TOO_NEW' })
  })

  test('one copy at a time has the data', async () => {
    const identity = await start()
    try {
      await assert.rejects(start(), { code: 'DATA_IN_USE' })
    } finally {
      await identity.close()
    }
  })

  test('a taken port is said by its code', async () => {
    const identity = await start()
    const other = await mkdtemp(join(tmpdir(), 'identity-'))
    try {
      const second = startIdentity({ dataDir: other, port: portOf(identity.issuer), clients: [embeddedClient] })
      await assert.rejects(second, { code: 'EADDRINUSE' })
    } finally {
      await identity.close()
      await rm(other, { recursive: true })
    }
  })
})
