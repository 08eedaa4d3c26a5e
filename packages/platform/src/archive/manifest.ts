import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ArchiveRefused } from './archive-refused.ts'

/** Raise it when older programs could not read an archive. */
const version = 1
const file = 'manifest.json'

/** One file of the archive: whole, or refused. */
export const part = z.object({
  store: z.enum(['documents', 'events', 'objects', 'users']),
  /** What it holds, for people: `content/articles`, `content.article`, the name of a bucket. */
  name: z.string(),
  file: z.string().regex(/^(?:documents|events|objects|users)(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().length(64),
  /** Documents, events, objects or users. */
  count: z.int().nonnegative(),
  /** What it holds, whatever the order in which an engine gives it (`createContentDigest`). */
  digest: z.string(),
})
export type Part = z.infer<typeof part>

const manifest = z.object({
  format: z.literal('midi-quercy-archive'),
  version: z.literal(version),
  /** A target that was begun with this archive knows it by its id. */
  id: z.uuid(),
  at: z.iso.datetime(),
  parts: z.array(part),
  /** Events that consumers had still to digest: they will, where the archive goes. */
  pending: z.array(z.object({ group: z.string(), topic: z.string(), behind: z.int() })),
})
export type Manifest = z.infer<typeof manifest>

const sealOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Written last: an archive without it is not whole. */
export async function writeManifest(folder: string, made: Omit<Manifest, 'format' | 'version'>): Promise<Manifest> {
  const whole: Manifest = { format: 'midi-quercy-archive', version, ...made }
  const text = JSON.stringify(whole)
  await writeFile(join(folder, file), JSON.stringify({ ...whole, seal: sealOf(text) }, null, 2), {
    mode: 0o600,
    flush: true,
  })
  return whole
}

/** @throws ArchiveRefused when the folder is not a whole archive of a version that we know */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new ArchiveRefused('incomplete', `${folder} has no ${file}`)
    throw error
  })
  const { seal, ...rest } = parsed(text)
  if (rest.format === 'midi-quercy-archive' && rest.version !== version)
    throw new ArchiveRefused('version', `version ${String(rest.version)}, this program reads ${version}`)
  const checked = manifest.safeParse(rest)
  if (!checked.success || seal !== sealOf(JSON.stringify(rest)))
    throw new ArchiveRefused('altered', `${file} is not what was written`)
  return checked.data
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below, with all that is not a manifest.
  }
  throw new ArchiveRefused('altered', `${file} is not what was written`)
}
