import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from './sync-folder.ts'

/**
 * Opens the folder where an embedded engine keeps its data, and creates it when needed.
 * @param format the version of the files that this program writes
 * @throws Error with code `DATA_TOO_NEW` when a newer program wrote the folder, `DATA_UNREADABLE` when its
 *   `format.json` is not one
 */
export async function openDataFolder(folder: string, engine: string, format: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'format.json')
  const found = await formatIn(path)
  if (found === undefined) {
    await writeFile(`${path}.new`, `${JSON.stringify({ engine, format })}\n`, { flush: true })
    await rename(`${path}.new`, path)
    await syncFolder(folder)
  } else if (found > format) {
    const message = `The data of the embedded engine "${engine}" have format ${found}; this program knows ${format}.`
    throw Object.assign(new Error(message), { code: 'DATA_TOO_NEW' })
  }
}

async function formatIn(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const format = Number(/"format":\s*(\d+)/.exec(text)?.[1] ?? Number.NaN)
  if (Number.isNaN(format)) {
    throw Object.assign(new Error(`The file ${path} does not say its format.`), { code: 'DATA_UNREADABLE' })
  }
  return format
}
