import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase, openDataFolder } from '../data-folder/index.ts'

type Item = { payload: Record<string, unknown>; consumed: boolean }

type StoredSession = { jti: string; authorizations?: Record<string, { grantId?: string }> }

const format = 1

const schema = `
  CREATE TABLE IF NOT EXISTS item (
    model TEXT NOT NULL, id TEXT NOT NULL, grant_id TEXT, uid TEXT,
    payload TEXT NOT NULL, consumed INTEGER NOT NULL DEFAULT 0, expires_at INTEGER,
    PRIMARY KEY (model, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS item_by_grant ON item (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_by_uid ON item (model, uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_by_end ON item (expires_at) WHERE expires_at IS NOT NULL;
`

/**
 * Where sessions, grants, codes and refresh tokens are kept, in the vocabulary of oidc-provider: items of a model, with
 * an id, perhaps of a grant. Every write is on the disk when the call returns.
 * @param clock now, for the ends of life
 * @throws Error with code `DATA_TOO_NEW`, `DATA_UNREADABLE` or `DATA_IN_USE`
 */
export async function openIdentityStore(dataDir: string, clock: () => Date) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await openDataFolder(dataDir, 'identity', format)
  const path = join(dataDir, 'identity.db')
  await (await open(path, 'a', 0o600)).close() // SQLite would create it readable by all
  const db = openDatabase(path)
  db.exec(schema)

  const seconds = () => Math.floor(clock().getTime() / 1000)
  const upsert = db.prepare(
    `INSERT INTO item (model, id, grant_id, uid, payload, expires_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET grant_id = excluded.grant_id, uid = excluded.uid, payload = excluded.payload, expires_at = excluded.expires_at`,
  )
  const live = 'AND (expires_at IS NULL OR expires_at > ?)'
  const byId = db.prepare(`SELECT payload, consumed FROM item WHERE model = ? AND id = ? ${live}`)
  const byUid = db.prepare(`SELECT payload, consumed FROM item WHERE model = ? AND uid = ? ${live}`)
  const consume = db.prepare('UPDATE item SET consumed = 1 WHERE model = ? AND id = ? AND consumed = 0')
  const remove = db.prepare('DELETE FROM item WHERE model = ? AND id = ?')
  const removeOfGrant = db.prepare("DELETE FROM item WHERE grant_id = ? AND model <> 'Interaction'")
  const removeExpired = db.prepare('DELETE FROM item WHERE expires_at <= ?')
  const count = db.prepare('SELECT count(*) AS n FROM item')

  const read = (row: unknown): Item | undefined => {
    if (!row) return undefined
    const { payload, consumed } = row as { payload: string; consumed: number }
    return { payload: JSON.parse(payload), consumed: consumed === 1 }
  }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

  return {
    /** @param lifeSeconds from now; for ever when missing */
    put(model: string, id: string, payload: Record<string, unknown>, lifeSeconds?: number) {
      const end = lifeSeconds === undefined ? null : seconds() + lifeSeconds
      upsert.run(model, id, textOf(payload.grantId), textOf(payload.uid), JSON.stringify(payload), end)
    },
    get: (model: string, id: string) => read(byId.get(model, id, seconds())),
    getByUid: (model: string, uid: string) => read(byUid.get(model, uid, seconds())),
    /** @returns false when it was already used, or is gone */
    consume: (model: string, id: string) => consume.run(model, id).changes === 1,
    remove: (model: string, id: string) => void remove.run(model, id),
    /** Ends a grant: its codes and tokens are gone with it. */
    revokeGrant(grantId: string) {
      removeOfGrant.run(grantId)
      remove.run('Grant', grantId)
    },
    /** Ends a session and the grants given in it. */
    endSession(uid: string) {
      const session = read(byUid.get('Session', uid, seconds()))?.payload as StoredSession | undefined
      if (!session) return
      for (const { grantId } of Object.values(session.authorizations ?? {})) if (grantId) this.revokeGrant(grantId)
      remove.run('Session', session.jti)
    },
    /** Forgets what is past its life. */
    sweep: () => Number(removeExpired.run(seconds()).changes),
    count: () => (count.get() as { n: number }).n,
    close: () => db.close(),
  }
}

export type IdentityStore = Awaited<ReturnType<typeof openIdentityStore>>
