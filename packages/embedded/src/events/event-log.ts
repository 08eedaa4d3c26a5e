import type { DatabaseSync } from 'node:sqlite'

/** An event as it is written: its envelope is in `payload`, as JSON. */
export type NewEvent = { topic: string; subject: string; id: string; payload: string }
/** Where an event stands: offsets count from 0 in each partition. */
export type Place = { topic: string; partition: number; offset: number }
export type StoredEvent = { offset: number; payload: string }
export type Position = { group: string } & Place

/** Read at once at most: a handler works on one event at a time, so more would only fill the memory. */
const BATCH_EVENTS = 200
const BATCH_CHARACTERS = 1_000_000

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, partitions INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS events (
    topic INTEGER NOT NULL, part INTEGER NOT NULL, off INTEGER NOT NULL,
    at INTEGER NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS events_by_place ON events (topic, part, off);
  CREATE TABLE IF NOT EXISTS positions (
    topic INTEGER NOT NULL, grp TEXT NOT NULL, part INTEGER NOT NULL, off INTEGER NOT NULL,
    PRIMARY KEY (topic, grp, part)) WITHOUT ROWID;
`

/**
 * The log of events in one SQLite database. Synchronous; what writes must be called in a transaction.
 * @param partitions of a new topic; a topic keeps the number that it was created with
 */
export function openEventLog(database: DatabaseSync, { partitions }: { partitions: number }) {
  database.exec(SCHEMA)
  const sql = {
    topic: database.prepare('SELECT id, partitions FROM topics WHERE name = ?'),
    createTopic: database.prepare('INSERT INTO topics (name, partitions) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    append: database.prepare(`
      INSERT INTO events (topic, part, off, at, subject, id, payload)
      VALUES (?1, ?2, 1 + coalesce((SELECT max(off) FROM events WHERE topic = ?1 AND part = ?2), -1), ?3, ?4, ?5, ?6)
      RETURNING off`),
    read: database.prepare(
      'SELECT off, payload FROM events WHERE topic = ? AND part = ? AND off > ? ORDER BY off LIMIT ?',
    ),
    end: database.prepare('SELECT coalesce(max(off), -1) AS off FROM events WHERE topic = ? AND part = ?'),
    join: database.prepare('INSERT INTO positions (topic, grp, part, off) VALUES (?, ?, ?, -1) ON CONFLICT DO NOTHING'),
    move: database.prepare('UPDATE positions SET off = ?4 WHERE topic = ?1 AND grp = ?2 AND part = ?3 AND off < ?4'),
    positions: database.prepare('SELECT off FROM positions WHERE topic = ? AND grp = ? ORDER BY part'),
    lag: database.prepare(`
      SELECT p.grp, t.name AS topic, sum(
        coalesce((SELECT max(e.off) FROM events e WHERE e.topic = p.topic AND e.part = p.part), -1) - p.off) AS behind
      FROM positions p JOIN topics t ON t.id = p.topic GROUP BY p.grp, t.name ORDER BY p.grp, t.name`),
    compact: database.prepare(COMPACT),
    long: database.prepare(
      'SELECT t.name FROM events e JOIN topics t ON t.id = e.topic GROUP BY e.topic HAVING count(*) > ?',
    ),
  }

  const topicOf = (name: string): { id: number; partitions: number } => {
    const found = () => sql.topic.get(name) as { id: number; partitions: number } | undefined
    const topic = found()
    if (topic) return topic
    sql.createTopic.run(name, partitions)
    return found() as { id: number; partitions: number }
  }
  const ends = (name: string): number[] => {
    const topic = topicOf(name)
    return Array.from({ length: topic.partitions }, (_, part) => Number(sql.end.get(topic.id, part)?.off))
  }

  return {
    /** Creates a topic that does not exist. */
    ensureTopic: (name: string): void => void topicOf(name),

    /** Appends in the order given. */
    append(events: NewEvent[], at: number): Place[] {
      return events.map(({ topic: name, subject, id, payload }) => {
        const topic = topicOf(name)
        const partition = hash(subject) % topic.partitions
        const row = sql.append.get(topic.id, partition, at, subject, id, payload)
        return { topic: name, partition, offset: Number(row?.off) }
      })
    },

    /** The last offset of each partition of a topic, -1 when it is empty. */
    ends,

    /** Makes a group known to a topic; gives the last offset that it has done, and that there is, per partition. */
    join(group: string, name: string): { positions: number[]; ends: number[] } {
      const topic = topicOf(name)
      for (let part = 0; part < topic.partitions; part++) sql.join.run(topic.id, group, part)
      return { positions: sql.positions.all(topic.id, group).map(({ off }) => Number(off)), ends: ends(name) }
    },

    /** The next events of a partition: a few hundred at most, none when there is nothing after `after`. */
    read(name: string, partition: number, after: number): StoredEvent[] {
      const batch: StoredEvent[] = []
      let characters = 0
      for (const row of sql.read.iterate(topicOf(name).id, partition, after, BATCH_EVENTS)) {
        const payload = String(row.payload)
        batch.push({ offset: Number(row.off), payload })
        characters += payload.length
        if (characters >= BATCH_CHARACTERS) break
      }
      return batch
    },

    /** Stores what groups have done; a position never goes back. */
    move(positions: Position[]): void {
      for (const { group, topic, partition, offset } of positions)
        sql.move.run(topicOf(topic).id, group, partition, offset)
    },

    lag: () =>
      sql.lag.all().map((row) => ({ group: String(row.grp), topic: String(row.topic), behind: Number(row.behind) })),

    /** Names of the topics with more than `rows` events. */
    topicsLongerThan: (rows: number): string[] => sql.long.all(rows).map(({ name }) => String(name)),

    /**
     * Keeps, of the events written before `before` and done by every group, only the last one of each subject.
     * @returns how many were deleted
     */
    compact: (name: string, before: number): number => Number(sql.compact.run(topicOf(name).id, before).changes),
  }
}

const COMPACT = `
  DELETE FROM events WHERE rowid IN (
    SELECT e.rowid FROM (
      SELECT rowid, part, off, at, row_number() OVER (PARTITION BY part, subject ORDER BY off DESC) AS nth
      FROM events WHERE topic = ?1) e
    WHERE e.nth > 1 AND e.at < ?2
      AND NOT EXISTS (SELECT 1 FROM positions p WHERE p.topic = ?1 AND p.part = e.part AND p.off < e.off))`

/** FNV-1a over the UTF-16 units. Never change it: it decides where a subject's order is kept. */
function hash(subject: string): number {
  let value = 2166136261
  for (let index = 0; index < subject.length; index++) value = Math.imul(value ^ subject.charCodeAt(index), 16777619)
  return value >>> 0
}
