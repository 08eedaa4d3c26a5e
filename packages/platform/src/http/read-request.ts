import type { Request } from 'express'
import { z } from 'zod'
import { invalid, Refusal } from '../errors/index.ts'

// Messages that a schema does not word itself are French too.
z.config(z.locales.fr())

const deepest = 64

/** Iterative, because a recursive walk is what a hostile body wants to break. */
export function tooDeep(value: unknown, limit = deepest): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

/** Parses one part of a request, and refuses it with every wrong field in French. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid(
    result.error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: messageOf(issue) })),
  )
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? `Champ inconnu\u00a0: ${issue.keys.join(', ').slice(0, 200)}.` : issue.message

/** Query strings carry text only: a field declared as a list takes one value or several. */
export function queryOf(schema: z.ZodObject, search: URLSearchParams): Record<string, unknown> {
  const entries = [...new Set(search.keys())].map((name) => {
    const values = search.getAll(name)
    const field = schema.shape[name]
    return [name, (field && isList(field)) || values.length > 1 ? values : values[0]] as const
  })
  return Object.fromEntries(entries) // which makes a field even of `__proto__`
}

const isList = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isList(schema.def.innerType)
    : schema instanceof z.ZodArray

/**
 * Reads a JSON body of at most `limit` bytes.
 * @throws Refusal `request.too-large`, `request.unsupported-media-type`, `request.malformed`
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers['content-type']
  if (!/^(?:identity)?$/i.test(request.headers['content-encoding'] ?? '')) {
    // What is packed may be a thousand times larger than it says (RFC 9110, 15.5.16).
    throw new Refusal(
      'unsupported-media-type',
      'request.unsupported-media-type',
      'Les envois ne sont pas compressés ici.',
    )
  }
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  if (declared > limit) throw tooLarge(limit)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  if (size === 0) return undefined
  if (!/^application\/(?:[\w.-]+\+)?json\s*(;|$)/i.test(type ?? '')) {
    throw new Refusal(
      'unsupported-media-type',
      'request.unsupported-media-type',
      'Seul le format JSON est accepté ici.',
    )
  }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new Refusal('malformed', 'request.malformed', 'Le contenu envoyé n’est pas du JSON correct.')
  }
  if (tooDeep(body)) throw new Refusal('malformed', 'request.malformed', 'Le contenu envoyé est trop imbriqué.')
  return body
}

const tooLarge = (limit: number) =>
  new Refusal(
    'too-large',
    'request.too-large',
    `Le contenu envoyé est trop lourd (${Math.floor(limit / 1024)}\u00a0ko au plus).`,
  )

/** The version in `If-Match: "3"`. */
export function versionOf(header: string | undefined): number | undefined {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? '')
  return match ? Number(match[1]) : undefined
}
