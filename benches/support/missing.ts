import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a bench needs and this machine lacks: said to the reader without a stack. */
export class Missing extends Error {
  override readonly name = 'Missing'
}

/** Where Debian keeps servers, which is not in everybody's PATH. */
const alsoIn = ['/usr/sbin', '/usr/local/sbin', '/sbin']

/** The whole path of a program; nothing when it is not installed. */
export function findProgram(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), ...alsoIn]
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

/**
 * @param how the way to get it: `apt-get install nginx-light`
 * @throws Missing
 */
export function needProgram(name: string, how: string): string {
  const path = findProgram(name)
  if (path === undefined) throw new Missing(`This bench needs ${name}. On Debian: ${how}`)
  return path
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
