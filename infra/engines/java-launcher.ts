import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Java } from './java.ts'
import { runTool } from './run-tool.ts'

/** The source of a small program of ours around a library that has no `main` of its own. */
export const readSource = (folder: string, name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`./${folder}/${name}`, import.meta.url)), 'utf8')

/** Compiles it against `folder/lib` into `folder/classes`. */
export async function compileLauncher(java: Java, folder: string, sourceFolder: string, name: string): Promise<void> {
  const source = fileURLToPath(new URL(`./${sourceFolder}/${name}`, import.meta.url))
  await runTool(
    join(java.home, 'bin', 'javac'),
    ['-cp', join(folder, 'lib', '*'), '-d', join(folder, 'classes'), source],
    {
      missing: `A whole JDK is needed, with its compiler (Debian: apt-get install openjdk-17-jdk-headless): ${java.home} has none.`,
    },
  )
}

export const classPath = (...places: string[]): string => places.join(delimiter)

/** Start quickly and stay small: an engine of a development machine is not asked for its highest speed. */
export const smallJvm = (heap: string): string[] => [
  `-Xmx${heap}`,
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-XX:+ExitOnOutOfMemoryError',
]
