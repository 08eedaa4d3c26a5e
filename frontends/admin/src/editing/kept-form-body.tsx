import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react'
import { type RaRecord, RecordContextProvider } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { ConflictScreen } from '../conflicts/index.ts'
import { inputOf, sameValue } from '../data/index.ts'
import { type Draft, useDrafts } from '../drafts/index.ts'
import type { FieldErrors } from '../http/index.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { KeptFormProps } from './kept-form.tsx'
import { KeptFormProvider } from './kept-form-context.ts'
import { AsideNotice, TakenUpNotice } from './kept-notices.tsx'
import type { Opening } from './opening.ts'
import { useKeeping } from './use-keeping.ts'
import { useSaveShortcut } from './use-save-shortcut.ts'
import { isStored, useStoring } from './use-storing.ts'

type Values = Record<string, unknown>

/** The record of a creation: nothing yet. */
const nobody: Omit<RaRecord, 'id'> = {}

type Props = Omit<KeptFormProps, 'resource' | 'children' | 'defaults'> & {
  opening: Opening
  defaults: Values
  submit: RefObject<(values: Values) => Promise<FieldErrors | undefined>>
  children: ReactNode
}

export const KeptFormBody = ({
  opening,
  schema,
  record,
  defaults,
  save,
  onCreated,
  fields,
  submit,
  head,
  children,
}: Props) => {
  const form = useFormContext()
  const drafts = useDrafts()
  const values = useWatch({ control: form.control }) as Values
  const storing = useStoring({ opening, schema, save, onCreated })
  const { base, saving, clash } = storing
  const [aside, setAside] = useState(() => drafts.find(opening.key, 'aside'))
  const [takenUp, setTakenUp] = useState(opening.takenUp)

  const ground = base ?? defaults
  const changed = useMemo(() => !sameValue(inputOf(schema, values), inputOf(schema, ground)), [schema, values, ground])
  const draft = useMemo(() => draftOf(opening, base, values), [opening, base, values])
  const kept = useKeeping(draft, changed)

  // Somebody else's newer version, read in passing: taken over when nothing is typed; else it waits for the comparison.
  useEffect(() => {
    if (record && base && Number(record.version) > Number(base.version) && !changed) storing.adopt(record, base)
  })

  function putAside(mine: Values) {
    const copy = draftOf(opening, base, mine)
    drafts.keep(copy, 'aside')
    setAside(copy)
  }

  submit.current = async (typed) => {
    const result = await storing.store(typed, base)
    if (isStored(result)) setTakenUp(undefined)
    return isStored(result) ? undefined : result
  }

  const saveFirst = (): Promise<RaRecord | undefined> =>
    changed || base === null
      ? new Promise((resolve) => {
          const attempt = async (typed: Values) => {
            const result = await storing.store(typed, base)
            if (!isStored(result)) storing.complain(result)
            resolve(isStored(result) ? result : undefined)
          }
          void form.handleSubmit(attempt, () => resolve(undefined))()
        })
      : Promise.resolve(base)

  const startOver = () => {
    putAside(form.getValues())
    storing.show(record ?? defaults)
    if (record) storing.setBase(record)
    setTakenUp(undefined)
  }

  useSaveShortcut(() => void saveFirst())

  const state = {
    base,
    changed,
    kept,
    saving,
    saveFirst,
    adopt: (next: RaRecord, from?: RaRecord) => storing.adopt(next, from ?? base),
    startOver,
  }
  return (
    <RecordContextProvider value={base ?? nobody}>
      <KeptFormProvider value={state}>
        {head}
        {takenUp && changed && <TakenUpNotice draft={takenUp} onStartOver={startOver} />}
        {aside && (
          <AsideNotice
            draft={aside}
            onTakeUp={() => {
              storing.show(aside.values)
              drafts.drop(opening.key, 'aside')
              setAside(undefined)
            }}
            onDrop={() => {
              drafts.drop(opening.key, 'aside')
              setAside(undefined)
            }}
          />
        )}
        <ErrorSummary />
        {children}
        {clash && base && (
          <ConflictScreen
            fields={fields}
            versions={{
              base: inputOf(schema, base) as Values,
              mine: inputOf(schema, clash.mine) as Values,
              theirs: inputOf(schema, clash.theirs) as Values,
            }}
            author={{ name: String(clash.theirs.updatedBy ?? ''), at: String(clash.theirs.updatedAt) }}
            saving={saving}
            onReturn={() => storing.setClash(undefined)}
            onTakeTheirs={() => {
              putAside(clash.mine)
              storing.setBase(clash.theirs)
              storing.show(clash.theirs)
              storing.setClash(undefined)
              // Where it is said that my version was put aside.
              window.scrollTo(0, 0)
            }}
            onKeep={async (chosen) => {
              if (!sameValue(chosen, inputOf(schema, clash.mine))) putAside(clash.mine)
              storing.setBase(clash.theirs)
              storing.show(chosen)
              const result = await storing.store({ ...form.getValues(), ...chosen }, clash.theirs)
              if (isStored(result)) return
              if (Object.keys(result).length > 0) storing.setClash(undefined)
              storing.complain(result)
            }}
          />
        )}
      </KeptFormProvider>
    </RecordContextProvider>
  )
}

const draftOf = ({ key, idempotencyKey }: Opening, base: Values | null, values: Values): Draft => ({
  resource: key.resource,
  id: base ? String(base.id) : key.id,
  title: String(values.title ?? values.name ?? ''),
  base,
  values,
  ...(base ? {} : { idempotencyKey }),
  savedAt: new Date().toISOString(),
})
