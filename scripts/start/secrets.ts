import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secret = z.string().min(32)
const secrets = z.object({
  session: secret,
  gatewayClient: secret,
  operatorClient: secret,
  objectsAccessKey: z.string().min(16),
  objectsSecretKey: secret,
})
export type Secrets = z.infer<typeof secrets>

/** The secrets of this copy: made at its first start, readable by its owner only, kept for sessions to survive a restart. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return readSecrets(file)
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  const made: Secrets = {
    session: random(32),
    gatewayClient: random(32),
    operatorClient: random(32),
    objectsAccessKey: random(15),
    objectsSecretKey: random(32),
  }
  // Written whole or not at all: a first start may be killed at any line.
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, JSON.stringify(made, null, 2))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
  return made
}

function readSecrets(file: string): Secrets {
  try {
    return secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Without a word of what is in it, and without writing others: what the old ones protect would be lost.
    throw Object.assign(new Error(`The file ${file} does not hold the secrets of this copy.`), {
      code: 'DATA_UNREADABLE',
    })
  }
}
