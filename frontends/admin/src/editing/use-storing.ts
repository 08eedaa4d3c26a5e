import { useRef, useState } from 'react'
import { type RaRecord, setSubmissionErrors, useNotify } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { errorsOf, inputOf, sameValue } from '../data/index.ts'
import { useDrafts } from '../drafts/index.ts'
import { ApiError, ConflictError, type FieldErrors } from '../http/index.ts'
import type { Opening } from './opening.ts'

type Values = Record<string, unknown>

/** Two versions to choose from: what I typed, and what somebody else saved meanwhile. */
export type Clash = { mine: Values; theirs: RaRecord }

type Storing = {
  opening: Opening
  schema: z.ZodObject
  save: (values: Values, base: RaRecord | null, idempotencyKey: string) => Promise<RaRecord>
  onCreated: ((record: RaRecord) => void) | undefined
}

/** The life of a form's values between the page and the server. */
export function useStoring({ opening, schema, save, onCreated }: Storing) {
  const form = useFormContext()
  const drafts = useDrafts()
  const notify = useNotify()
  const [base, setBase] = useState(opening.base as RaRecord | null)
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)
  const [clash, setClash] = useState<Clash>()
  const fields = Object.keys(schema.shape)

  /** Shows other values, touching only the fields that differ, so that the cursor stays where it is. */
  function show(values: Values, only: readonly string[] = fields) {
    for (const field of only)
      if (!sameValue(form.getValues(field), values[field])) form.setValue(field, values[field], { shouldDirty: true })
  }

  /** Takes a stored record as the new ground; fields where something else stands since `from` are left to the person. */
  function adopt(record: RaRecord, from: Values | null) {
    const untouched = fields.filter((field) => sameValue(form.getValues(field), from?.[field]))
    setBase(record)
    show(record, untouched)
  }

  async function store(values: Values, over: RaRecord | null): Promise<RaRecord | FieldErrors> {
    const errors = errorsOf(schema, values)
    if (errors) return errors
    // A second click before the page knows of the first would meet our own new version.
    if (busy.current) return {}
    busy.current = true
    setSaving(true)
    try {
      const saved = await save(values, over, opening.idempotencyKey)
      setClash(undefined)
      adopt(saved, values)
      if (over === null) {
        drafts.drop(opening.key)
        onCreated?.(saved)
      }
      return saved
    } catch (error) {
      return failed(error, values)
    } finally {
      busy.current = false
      setSaving(false)
    }
  }

  function failed(error: unknown, mine: Values): RaRecord | FieldErrors {
    if (error instanceof ConflictError) {
      const theirs = error.current as RaRecord
      // Our own save, whose answer got lost on the way.
      if (sameValue(inputOf(schema, theirs), inputOf(schema, mine))) {
        setClash(undefined)
        adopt(theirs, mine)
        return theirs
      }
      setClash({ mine, theirs })
      return {}
    }
    if (!(error instanceof ApiError)) throw error
    if (error.body.errors) return error.body.errors
    // The dialog of the ended session says it all.
    if (error.status === 401) return {}
    notify(error.message, { type: 'error', autoHideDuration: 10_000 })
    return {}
  }

  /** Puts messages on their fields. */
  function complain(errors: FieldErrors) {
    setSubmissionErrors(errors, form.setError)
  }

  return { base, setBase, saving, clash, setClash, show, adopt, store, complain }
}

export const isStored = (result: RaRecord | FieldErrors): result is RaRecord => 'id' in result && 'version' in result
