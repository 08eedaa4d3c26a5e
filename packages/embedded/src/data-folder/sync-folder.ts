import { open } from 'node:fs/promises'

/** Makes the names in a folder durable: after a crash, a renamed file is where it was put. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // Windows has no handle on folders; NTFS journals names itself
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
