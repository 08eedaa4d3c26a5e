import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { parseMail } from '@pmq/embedded/mail'
import { createMailTransport, type Mail, type MailTransport } from '@pmq/platform/mail'
import { eventually } from '../eventually/index.ts'

/** A mail server that keeps what it is sent; `received` gives the messages of one recipient as they came. */
export type MailFixture = {
  smtpUrl: string
  received(to: string): Promise<Uint8Array[]>
  stop(): Promise<void>
}

const anAddress = () => `test-${randomUUID()}@exemple.test`

const aMail = (said: Partial<Mail>): Mail => ({
  to: anAddress(),
  subject: 'Réunion publique',
  text: 'Bonjour.',
  messageId: `<${randomUUID()}@exemple.test>`,
  ...said,
})

/** What we rely on in every mail server. Registers its tests with node:test. */
export function mailContract(name: string, { start }: { start(): Promise<MailFixture> }): void {
  describe(`mail on ${name}`, { timeout: 120_000 }, () => {
    let fixture: MailFixture
    let transport: MailTransport
    before(async () => {
      fixture = await start()
      transport = createMailTransport({ url: fixture.smtpUrl, from: 'Pays Midi-Quercy <lettre@exemple.test>' })
    })
    after(async () => {
      await transport?.close()
      await fixture?.stop()
    })

    /** The messages of a recipient, read, once there are as many as expected. */
    const receivedBy = (to: string, count = 1) =>
      eventually(async () => {
        const messages = await fixture.received(to)
        return messages.length >= count && Promise.all(messages.map(parseMail))
      })

    test('a message arrives as it was written, accents included', async () => {
      const to = anAddress()
      const subject =
        'Été\u00a0: l’église Saint-Martin – « œuvres » à 10\u00a0€ et un objet bien plus long qu’une ligne de courrier'
      const text = `${'Les « Journées du patrimoine » à Nègrepelisse. '.repeat(40)}\n\n.\n..deux points\nFin.`
      const html = '<p>Les « Journées du patrimoine » <a href="https://exemple.test/a?b=c&amp;d=é">ici</a>.</p>'
      const mail = aMail({ to: { name: 'Éloïse, dite « Lo »', address: to }, subject, text, html })
      const { accepted, rejected, messageId } = await transport.send(mail)
      assert.deepEqual({ accepted, rejected, messageId }, { accepted: [to], rejected: [], messageId: mail.messageId })
      const [received] = await receivedBy(to)
      assert.equal(received?.subject, subject)
      assert.equal(received?.text.replaceAll('\r\n', '\n').trimEnd(), text)
      assert.equal(received?.html.trim(), html)
      assert.deepEqual(received?.from, { name: 'Pays Midi-Quercy', address: 'lettre@exemple.test' })
      assert.deepEqual(received?.to, [{ name: 'Éloïse, dite « Lo »', address: to }])
      assert.equal(received?.messageId, mail.messageId)
    })

    test('further headers arrive as they were given', async () => {
      const to = anAddress()
      const address = `<https://exemple.test/desabonnement/${'x'.repeat(120)}>`
      const headers = { 'List-Unsubscribe': address, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      await transport.send(aMail({ to, headers }))
      const [received] = await receivedBy(to)
      const value = (name: string) => received?.headers.find((header) => header.name === name)?.value
      assert.equal(value('list-unsubscribe'), address)
      assert.equal(value('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
    })

    test('an attachment keeps its name, its type and its size', async () => {
      const to = anAddress()
      const content = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256))
      const attachment = { filename: 'Fiche d’été.pdf', type: 'application/pdf', content }
      await transport.send(aMail({ to, attachments: [attachment] }))
      const [received] = await receivedBy(to)
      assert.deepEqual(received?.attachments, [
        { n: 0, filename: 'Fiche d’été.pdf', type: 'application/pdf', size: 70_000 },
      ])
    })

    test('every recipient of a message receives it', async () => {
      const to = [anAddress(), anAddress(), anAddress()]
      const { accepted } = await transport.send(aMail({ to }))
      assert.deepEqual(accepted.toSorted(), to.toSorted())
      for (const address of to) assert.equal((await receivedBy(address)).length, 1)
    })

    test('a hundred messages sent at once arrive, each once', async () => {
      const to = anAddress()
      const subjects = Array.from({ length: 100 }, (_, n) => `Message ${n}`)
      await Promise.all(subjects.map((subject) => transport.send(aMail({ to, subject }))))
      const received = await receivedBy(to, subjects.length)
      assert.deepEqual(received.map(({ subject }) => subject).sort(), subjects.toSorted())
    })

    test('what a user typed cannot add a recipient or a header', async () => {
      const [to, victim] = [anAddress(), anAddress()]
      const injected = `x\r\nBcc: ${victim}`
      await assert.rejects(transport.send(aMail({ to, subject: injected })), { code: 'mail.invalid' })
      await assert.rejects(transport.send(aMail({ to: `${to}, ${victim}` })), { code: 'mail.invalid' })
      await assert.rejects(transport.send(aMail({ to: { name: injected, address: to } })), { code: 'mail.invalid' })
      // The name is quoted, whatever it holds.
      await transport.send(aMail({ to: { name: `" <${victim}>, "`, address: to } }))
      assert.equal((await receivedBy(to)).length, 1)
      assert.deepEqual(await fixture.received(victim), [])
    })

    test('the server is found to answer', async () => {
      await transport.check()
    })
  })
}
