import { z } from 'zod'
import type { FieldErrors, Issue } from '../http/index.ts'

/**
 * The part of a form's values that the API takes: fields of the contract only, in its own idea of "empty" (inputs of
 * react-admin make an empty field `null`). Empty lines of a list of words or sentences are left out.
 */
export function inputOf(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isBlank(value) ? undefined : inputOf(schema.unwrap(), value)
  if (schema instanceof z.ZodNullable) return isBlank(value) ? null : inputOf(schema.unwrap(), value)
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape)
    const kept = fields.map(([name, field]) => [name, inputOf(field, at(value, name))])
    return Object.fromEntries(kept.filter(([, each]) => each !== undefined))
  }
  if (schema instanceof z.ZodArray) {
    const items = Array.isArray(value) ? value : []
    const kept = schema.element instanceof z.core.$ZodString ? items.filter((item) => !isBlank(item)) : items
    return kept.map((item) => inputOf(schema.element, item))
  }
  return schema instanceof z.core.$ZodString ? (value ?? '') : value
}

/** What the contract refuses in a form's values, as messages for its fields; `undefined` when all is well. */
export function errorsOf(schema: z.ZodObject, value: unknown): FieldErrors | undefined {
  const result = schema.safeParse(inputOf(schema, value))
  if (result.success) return undefined
  return fieldErrors(
    schema,
    result.error.issues.map(({ path, message }) => ({
      path: path.map(String),
      message: isBlank(path.reduce(at, value)) ? 'Ce champ est obligatoire.' : message,
    })),
  )
}

/**
 * Puts each message on a field that the form shows: a fault deep in a rich text belongs to the text, one in a list of
 * sentences to the list, with the number of its line. The first message of a field is kept.
 */
export function fieldErrors(schema: z.ZodObject, issues: readonly Issue[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, message } of issues) {
    const shown = shownPath(schema, path)
    const last = shown.path.pop() ?? 'root'
    let into = errors
    for (const step of shown.path) {
      const below = into[step]
      const next = typeof below === 'object' ? below : {}
      into[step] = next
      into = next
    }
    into[last] ??= `${shown.before}${message}`
  }
  return errors
}

function shownPath(schema: z.core.$ZodType, path: readonly string[]): { path: string[]; before: string } {
  const [step, ...rest] = path
  if (step === undefined) return { path: [], before: '' }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return shownPath(schema.unwrap(), path)
  if (schema instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = schema.shape[step]
    const inner = field ? shownPath(field, rest) : { path: rest, before: '' }
    return { path: [step, ...inner.path], before: inner.before }
  }
  if (schema instanceof z.ZodArray) {
    if (schema.element instanceof z.core.$ZodString) return { path: [], before: `Ligne ${Number(step) + 1}\u00a0: ` }
    const inner = shownPath(schema.element, rest)
    return { path: [step, ...inner.path], before: inner.before }
  }
  return { path: [], before: '' }
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

function at(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined
}
