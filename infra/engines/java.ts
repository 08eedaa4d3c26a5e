import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MissingTool } from './errors.ts'

export type Java = { home: string; version: number }

/** The major version in a Java home's `release` file; undefined when it says none. */
export function javaVersionIn(release: string): number | undefined {
  // 17.0.15 is 17; 1.8.0 is 8
  const found = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(release)
  return found ? Number(found[1]) : undefined
}

/** `JAVA_HOME` when it will do, else the newest one. */
export function chooseJava(found: readonly Java[], atLeast: number, preferred?: string): Java | undefined {
  const good = found.filter(({ version }) => version >= atLeast)
  return (
    good.find(({ home }) => home === preferred) ??
    good.reduce<Java | undefined>((best, one) => (best && best.version >= one.version ? best : one), undefined)
  )
}

let everything: Promise<Java[]> | undefined

/** The Java of this machine that engines run on. @throws MissingTool when none is new enough */
export async function findJava(atLeast: number): Promise<Java> {
  everything ??= allJavas()
  const java = chooseJava(await everything, atLeast, process.env.JAVA_HOME)
  if (java) return java
  throw new MissingTool(
    `A JDK ${atLeast} or later is needed (Debian: apt-get install openjdk-17-jdk-headless); none was found. JAVA_HOME may name it.`,
  )
}

/** The newest Java if it is at least this, for what can do without. */
export const hasJava = (atLeast: number): Promise<boolean> =>
  findJava(atLeast).then(
    () => true,
    () => false,
  )

const parents = [
  '/usr/lib/jvm',
  '/opt',
  '/opt/java',
  join(homedir(), '.sdkman/candidates/java'),
  join(homedir(), '.jdks'),
  '/Library/Java/JavaVirtualMachines',
]

async function allJavas(): Promise<Java[]> {
  const below = await Promise.all(
    parents.map(async (parent) => (await readdir(parent).catch(() => [])).map((name) => join(parent, name))),
  )
  const homes = below.flat().flatMap((home) => [home, join(home, 'Contents/Home')])
  if (process.env.JAVA_HOME) homes.push(process.env.JAVA_HOME)
  const inPath = await homeOfJavaInPath()
  if (inPath) homes.push(inPath)
  const found = await Promise.all(
    homes.map(async (home) => {
      const release = await readFile(join(home, 'release'), 'utf8').catch(() => '')
      const version = javaVersionIn(release)
      return version === undefined ? [] : [{ home, version }]
    }),
  )
  return found.flat()
}

async function homeOfJavaInPath(): Promise<string | undefined> {
  const { stderr } = await promisify(execFile)('java', ['-XshowSettings:properties', '-version']).catch(() => ({
    stderr: '',
  }))
  return /^\s*java\.home = (.+)$/m.exec(stderr)?.[1]
}
