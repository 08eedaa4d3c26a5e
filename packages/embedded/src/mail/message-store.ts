import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, openDatabase, syncFolder } from '../data-folder/index.ts'
import { type ParsedMail, parseAnyMail } from './parse-mail.ts'

/** Who sent a message and who receives it, as SMTP was told (not as the headers say). */
export type Envelope = { from: string; to: string[] }

/** `size` in bytes, `receivedAt` ISO 8601. */
export type MailSummary = { id: string; receivedAt: string; subject: string; size: number; envelope: Envelope }

export type MailQuery = {
  page: number
  perPage: number
  /** A recipient of the envelope, whole. */
  to?: string
  /** Words of the subject, the addresses or the text; accents and capitals do not matter. */
  q?: string
}

const schema = `
  CREATE TABLE IF NOT EXISTS message (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, received INTEGER NOT NULL, sender TEXT NOT NULL,
    recipients TEXT NOT NULL, subject TEXT NOT NULL, size INTEGER NOT NULL, words TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS recipient (
    address TEXT NOT NULL, message INTEGER NOT NULL, PRIMARY KEY (address, message)) WITHOUT ROWID;
`
type Row = { id: string; received: number; sender: string; recipients: string; subject: string; size: number }

const searchedText = 20_000 // characters of a message that the search sees

/** Without accents and capitals. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

/**
 * Keeps each message in a file of its own, as it came, and an index of them. A message is there from the index's commit
 * on; its file was on the disk before.
 */
export async function openMessageStore(folder: string, minFreeBytes: number) {
  const incoming = join(folder, 'incoming')
  const messages = join(folder, 'messages')
  await rm(incoming, { recursive: true, force: true }) // what a crash left there was never acknowledged
  await mkdir(incoming, { recursive: true })
  await mkdir(messages, { recursive: true })

  const database = openDatabase(join(folder, 'index.db'))
  database.exec(schema)
  const matching = `
    FROM message WHERE (:to = '' OR n IN (SELECT message FROM recipient WHERE address = :to))
    AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS word WHERE instr(message.words, word.value) = 0)`
  const columns = 'id, received, sender, recipients, subject, size'
  const sql = {
    add: database.prepare(
      'INSERT INTO message (id, received, sender, recipients, subject, size, words) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    addRecipient: database.prepare('INSERT OR IGNORE INTO recipient VALUES (?, ?)'),
    find: database.prepare(`SELECT ${columns} FROM message WHERE id = ?`),
    page: database.prepare(`SELECT ${columns} ${matching} ORDER BY n DESC LIMIT :limit OFFSET :offset`),
    count: database.prepare(`SELECT count(*) AS total ${matching}`),
    ids: database.prepare('SELECT id FROM message'),
  }
  const pathOf = (id: string) => join(messages, `${id}.eml`)
  const known = (id: string) => sql.find.get(id) as Row | undefined

  for (const name of await readdir(messages)) {
    if (!known(name.replace(/\.eml$/, ''))) await rm(join(messages, name), { force: true })
  }

  async function checkRoom(size: number) {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize - size < minFreeBytes) throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' })
  }

  function index(id: string, envelope: Envelope, size: number, { subject, from, to, text }: ParsedMail) {
    const people = [from, ...to].flatMap(({ name, address }) => [name, address])
    const words = fold([subject, ...people, envelope.from, ...envelope.to, text.slice(0, searchedText)].join('\n'))
    inTransaction(database, () => {
      const recipients = JSON.stringify(envelope.to)
      const added = sql.add.run(id, Date.now(), envelope.from, recipients, subject, size, words)
      for (const address of envelope.to) sql.addRecipient.run(address.toLowerCase(), added.lastInsertRowid)
    })
  }

  return {
    /** Keeps a message; when this resolves, it survives a crash. @returns its id */
    async add(raw: Uint8Array, envelope: Envelope): Promise<string> {
      await checkRoom(raw.byteLength)
      const id = randomUUID()
      const arriving = join(incoming, id)
      try {
        await writeFile(arriving, raw, { flush: true })
        await rename(arriving, pathOf(id))
        await syncFolder(messages)
        // A message that cannot be read as one is kept all the same: seeing it is how its mistake is found.
        index(id, envelope, raw.byteLength, await parseAnyMail(raw))
        return id
      } catch (error) {
        await rm(arriving, { force: true })
        await rm(pathOf(id), { force: true })
        throw error
      }
    },

    /** The newest first. */
    list({ page, perPage, to = '', q = '' }: MailQuery): { items: MailSummary[]; total: number } {
      const words = JSON.stringify(fold(q).split(/\s+/).filter(Boolean))
      const filter = { to: to.trim().toLowerCase(), words }
      const rows = sql.page.all({ ...filter, limit: perPage, offset: (page - 1) * perPage }) as Row[]
      const { total } = sql.count.get(filter) as { total: number }
      return { items: rows.map(summaryOf), total }
    },

    find(id: string): MailSummary | undefined {
      const row = known(id)
      return row && summaryOf(row)
    },

    /** The message as it came; undefined when it is not there. */
    read: async (id: string): Promise<Buffer | undefined> => (known(id) ? readFile(pathOf(id)) : undefined),

    /** Removes every message. */
    async clear(): Promise<void> {
      const ids = inTransaction(database, () => {
        const all = sql.ids.all() as { id: string }[]
        database.exec('DELETE FROM recipient; DELETE FROM message')
        return all
      })
      for (const { id } of ids) await rm(pathOf(id), { force: true })
    },

    close: () => database.close(),
  }
}

const summaryOf = ({ id, received, sender, recipients, subject, size }: Row): MailSummary => ({
  id,
  receivedAt: new Date(received).toISOString(),
  subject,
  size,
  envelope: { from: sender, to: JSON.parse(recipients) as string[] },
})
