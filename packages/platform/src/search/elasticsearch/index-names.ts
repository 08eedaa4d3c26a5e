import { randomBytes } from 'node:crypto'

/**
 * How the copies of an index are named in the engine:
 * `<prefix><name>-v<version>` is the alias of the living copy, `…-next` of the fresh one during a rebuild.
 */
export function indexNames(prefix: string, name: string, version: number) {
  const living = `${prefix}${name}-v${version}`
  return {
    living,
    fresh: `${living}-next`,
    /** The very first copy: the same name for everybody, so that two programs that start together make one. */
    first: `${living}-first`,
    /** A name for another copy. */
    another: () => `${living}-${randomBytes(6).toString('hex')}`,
    /** All copies of all versions. */
    all: `${prefix}${name}-v*`,
    /** The version that a copy belongs to; undefined for what only looks like one. */
    versionOf(copy: string): number | undefined {
      if (!copy.startsWith(`${prefix}${name}-v`)) return undefined
      const found = /^(\d+)-(?:first|[0-9a-f]{12})$/.exec(copy.slice(`${prefix}${name}-v`.length))
      return found ? Number(found[1]) : undefined
    },
  }
}
