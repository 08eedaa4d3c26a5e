import { useEffect, useRef } from 'react'
import { useResourceContext, useTranslateLabel } from 'react-admin'
import { useFormState } from 'react-hook-form'

type Fault = { source: string; message: string }

/** What is to be mended before saving, above the form: each line leads to its field. */
export const ErrorSummary = () => {
  const { errors, submitCount } = useFormState()
  const label = useTranslateLabel()
  const resource = useResourceContext()
  const faults = faultsIn(errors)
  const count = faults.length
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new attempt to save shows the list again
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [submitCount, count > 0])
  if (count === 0) return null
  return (
    <div className="note wrong" ref={box} tabIndex={-1} role="alert">
      <h2>
        {count === 1 ? 'Un point à reprendre avant d’enregistrer' : `${count} points à reprendre avant d’enregistrer`}
      </h2>
      <ul className="plain-list">
        {faults.map(({ source, message }) => (
          <li key={source}>
            {source !== 'root' && (
              <>
                <button type="button" className="as-link" onClick={() => focusField(source)}>
                  {label({ source, ...(resource ? { resource } : {}) })}
                </button>
                {'\u00a0: '}
              </>
            )}
            {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

function faultsIn(errors: object, path: readonly string[] = []): Fault[] {
  return Object.entries(errors).flatMap(([name, error]): Fault[] => {
    if (typeof error !== 'object' || error === null || name === 'ref') return []
    const source = [...path, name]
    if ('message' in error && typeof error.message === 'string' && error.message)
      return [{ source: source.join('.'), message: error.message }]
    return faultsIn(error, source)
  })
}

/** react-admin marks each input with the name of its field. */
function focusField(source: string): void {
  const field = document.querySelector(`.${CSS.escape(`ra-input-${source}`)}`)
  const control = field?.querySelector<HTMLElement>(
    'input:not([type=hidden], [aria-hidden=true]), textarea:not([aria-hidden=true]), [role=combobox], [contenteditable=true]',
  )
  control?.focus()
}
