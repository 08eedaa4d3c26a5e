import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that goes with the program, however that ends but by SIGKILL. Both sides of a bench write there: one disk. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pmq-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  // Told to stop, a program ends without `exit`, and a GiB may lie there.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  return folder
}
