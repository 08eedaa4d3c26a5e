import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { createMailTransport, MailServerUnavailable } from '@pmq/platform/mail'
import { createObjectStore, ObjectStoreUnavailable } from '@pmq/platform/objects'
import { eventually } from '../../eventually/index.ts'
import { type Editor, newWord, publish } from './editor.ts'
import type { Stage } from './stage.ts'

/** Files and mails: no page and no text needs them; what does hears within seconds that it must wait. */
export function storesFaults(stage: Stage, editor: Editor): void {
  const { ask, engines, proxy, during } = stage

  test('files and mails (cut): reading, searching, signing in and writing go on', async () => {
    await proxy('mail').cut()
    try {
      await during('s3', 'cut', async () => {
        const article = await publish(editor, `${newWord()} sans fichiers`)
        for (const path of ['/', article.path, '/recherche?q=moulin', '/chantiers']) {
          assert.equal((await ask(path)).status, 200, path)
        }
        await stage.signIn()
      })
    } finally {
      await proxy('mail').clear()
    }
  })

  test('files: whoever stores or reads one hears within seconds that it must wait, then it works', async () => {
    const store = createObjectStore({
      endpoint: engines.S3_ENDPOINT ?? '',
      region: engines.S3_REGION ?? '',
      accessKey: engines.S3_ACCESS_KEY ?? '',
      secretKey: engines.S3_SECRET_KEY ?? '',
      bucket: 'faults',
    })
    await store.ensureBucket()
    const put = (text: string) =>
      store.put('essai.txt', Buffer.from(text), { type: 'text/plain', size: Buffer.byteLength(text) })
    await put('avant')
    for (const trouble of ['cut', 'reset'] as const) {
      await during('s3', trouble, async () => {
        for (const work of [() => put('pendant'), () => store.stat('essai.txt'), () => store.check()]) {
          await assertUnavailable(work, ObjectStoreUnavailable)
        }
        // Signed addresses are made here: nothing is asked of the store.
        assert.match(await store.signedGet('essai.txt', { expiresInSeconds: 60 }), /X-Amz-Signature/)
      })
      await eventually(() => store.check(), { within: 10_000, every: 100 })
      // A reset may have taken the answer only: it is there whole, or not at all.
      assert.match((await buffer(await store.get('essai.txt'))).toString(), /^(avant|pendant)$/)
    }
    await during('s3', 'slow', async () => {
      await put('après')
      assert.equal((await buffer(await store.get('essai.txt'))).toString(), 'après')
    })
  })

  test('mails: whoever sends one hears within seconds that it must wait; the same transport sends it afterwards', async () => {
    const transport = createMailTransport({ url: engines.SMTP_URL ?? '', from: 'Essai <essai@example.org>' })
    const send = () =>
      transport.send({
        to: 'panne@example.org',
        subject: 'Essai',
        text: 'Essai',
        messageId: `<${newWord()}@example.org>`,
      })
    try {
      await send()
      for (const trouble of ['cut', 'reset'] as const) {
        await during('mail', trouble, () => assertUnavailable(send, MailServerUnavailable))
        await eventually(send, { within: 10_000, every: 100 })
      }
      await during('mail', 'slow', send)
    } finally {
      await transport.close()
    }
  })
}

async function assertUnavailable(work: () => Promise<unknown>, error: new (...args: never[]) => Error): Promise<void> {
  const begun = performance.now()
  await assert.rejects(work, error)
  assert.ok(performance.now() - begun < 10_000, 'it waits too long')
}
