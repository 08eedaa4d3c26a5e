import type { z } from 'zod'

/** The environment does not fit; `message` lists every problem, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads a process's settings out of its environment. All problems are told at once.
 * An empty variable counts as absent, because compose files and shells write absent ones so.
 * @throws ConfigError
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(environment)'}: ${issue.message}`)
  throw new ConfigError(`These settings are wrong or missing:\n${problems.join('\n')}`)
}
