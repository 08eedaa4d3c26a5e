import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'

/** One of the seed’s data files, or several of them, cannot be used; `problems` names each file and what is wrong in it. */
export class SeedRefused extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The seed has ${problems.length} problem(s):\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
    this.name = 'SeedRefused'
    this.problems = problems
  }
}

export type SeedFiles = ReturnType<typeof createSeedFiles>

/** Reads the data files of a folder. Problems are collected, so that their author sees all of them at once. */
export function createSeedFiles(dir: URL) {
  const problems: string[] = []
  const problem = (file: string, message: string) => problems.push(`${file}: ${message}`)

  /** The value when the schema accepts it; else its problems are noted. */
  function checked<T>(file: string, schema: z.ZodType<T>, value: unknown): T | undefined {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    for (const { path, message } of result.error.issues) problem(file, `${path.map(String).join('.')} – ${message}`)
    return undefined
  }

  function attempt<T>(file: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      problem(file, error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

  const text = (file: string) => attempt(file, () => readFileSync(new URL(file, dir), 'utf8'))

  return {
    problem,
    checked,
    attempt,
    text,

    yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
      const source = text(file)
      const value = source === undefined ? undefined : attempt(file, () => parse(source))
      return value === undefined ? undefined : checked(file, schema, value)
    },

    /** The names of the Markdown files of a folder, in order. */
    markdownIn: (folder: string): string[] =>
      attempt(folder, () =>
        readdirSync(new URL(`${folder}/`, dir))
          .filter((name) => name.endsWith('.md'))
          .sort(),
      ) ?? [],

    /** The front matter (YAML between two lines of dashes) and the Markdown that follows. */
    frontMatter<T>(file: string, source: string, schema: z.ZodType<T>): { front: T; markdown: string } | undefined {
      const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(source)
      if (!parts) {
        problem(file, 'no front matter')
        return undefined
      }
      const value = attempt(file, () => parse(parts[1] ?? ''))
      const front = value === undefined ? undefined : checked(file, schema, value)
      return front === undefined ? undefined : { front, markdown: parts[2] ?? '' }
    },

    /** @throws {SeedRefused} when any file had a problem */
    finish() {
      if (problems.length > 0) throw new SeedRefused(problems)
    },
  }
}
