import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Form, type RaRecord } from 'react-admin'
import type { z } from 'zod'
import type { ComparedField } from '../conflicts/index.ts'
import { useDrafts } from '../drafts/index.ts'
import type { FieldErrors } from '../http/index.ts'
import { KeptFormBody } from './kept-form-body.tsx'
import { openForm, randomKey } from './opening.ts'

type Values = Record<string, unknown>

export type KeptFormProps = {
  resource: string
  /** The contract of what is sent: validation, and what counts as a change. */
  schema: z.ZodObject
  /** The stored record; without it the form creates one. */
  record?: RaRecord | undefined
  /** What a creation begins with. */
  defaults?: Values
  /** Writes the values over `base` (whose version must still be the stored one), or creates them. */
  save: (values: Values, base: RaRecord | null, idempotencyKey: string) => Promise<RaRecord>
  onCreated?: (record: RaRecord) => void
  /** The fields in the order of the form, for the screen that compares two versions. */
  fields: readonly ComparedField[]
  /** The head of the page: what the form has to say comes under it. */
  head: ReactNode
  children: ReactNode
}

/**
 * A form that never loses what is typed: it keeps a draft on this computer, takes it up again, saves with the version it
 * began from, and when somebody else saved first it lets the person compare and choose.
 */
export const KeptForm = ({ resource, record, defaults = {}, children, ...rest }: KeptFormProps) => {
  const drafts = useDrafts()
  const [opening] = useState(() => {
    const draft = drafts.find({ resource, id: record ? String(record.id) : 'create' })
    return openForm({ resource, record, defaults, draft, newKey: randomKey })
  })
  const [blank] = useState(defaults)
  const submit = useRef<(values: Values) => Promise<FieldErrors | undefined>>(async () => undefined)
  const initial = useMemo(() => opening.values as Partial<RaRecord>, [opening])
  return (
    <Form
      className="kept"
      resource={resource}
      record={initial}
      onSubmit={(values: Values) => submit.current(values)}
      noValidate
      disableInvalidFormNotification
    >
      <KeptFormBody opening={opening} record={record} submit={submit} defaults={blank} {...rest}>
        {children}
      </KeptFormBody>
    </Form>
  )
}
