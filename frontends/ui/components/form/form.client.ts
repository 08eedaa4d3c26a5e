import { focusField } from '../error-summary/focus-field.ts'
import { titleOf } from '../error-summary/title.ts'
import { errorIdOf } from '../field/describe.ts'
import { messageOf } from './message.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const element = (tag: string, className: string, text: string) =>
  Object.assign(document.createElement(tag), { className, textContent: text })

function describe(control: Element, id: string, isWrong: boolean) {
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id)
  control.setAttribute('aria-describedby', [...others, ...(isWrong ? [id] : [])].join(' '))
}

/** Shows or takes away the error of a field; a group has one error, that of its first wrong control. */
function tell(field: HTMLElement, control: Control, message: string) {
  const told = field.matches('fieldset') ? field : control
  const id = errorIdOf(told.id)
  field.querySelector(`:scope > #${CSS.escape(id)}`)?.remove()
  field.toggleAttribute('data-invalid', message !== '')
  for (const one of field.querySelectorAll<Control>('input, select, textarea'))
    if (message === '' || !one.validity.valid) one.setAttribute('aria-invalid', String(message !== ''))
  describe(told, id, message !== '')
  if (message === '') return
  const error = element('p', 'field-error', message)
  error.id = id
  error.prepend(element('span', 'hidden', 'Erreur\u00a0: '))
  const above = [...field.querySelectorAll(':scope > :is(.field-label, .field-help)')].at(-1)
  if (above) above.after(error)
  else field.prepend(error)
}

/** One error a field, in the order of the page. */
function faultsOf(form: HTMLFormElement) {
  const faults = new Map<HTMLElement, Control>()
  for (const control of form.elements as Iterable<Control> & HTMLFormControlsCollection) {
    const field = control.closest<HTMLElement>('.field')
    // a fieldset is among the elements too, and never wrong itself
    if (
      field &&
      control.localName !== 'fieldset' &&
      control.willValidate &&
      !control.validity.valid &&
      !faults.has(field)
    )
      faults.set(field, control)
  }
  return faults
}

function sumUp(form: HTMLFormElement, faults: Map<HTMLElement, Control>) {
  form.querySelector('.error-summary')?.remove()
  const summary = element('div', 'error-summary', '')
  summary.tabIndex = -1
  summary.role = 'alert'
  const list = document.createElement('ul')
  for (const [field, control] of faults) {
    const link = Object.assign(document.createElement('a'), {
      href: `#${field.matches('fieldset') ? field.id : control.id}`,
      textContent: messageOf(control),
    })
    list.append(document.createElement('li'))
    list.lastElementChild?.append(link)
  }
  summary.append(element('h2', '', titleOf(faults.size)), list)
  focusField(summary)
  form.prepend(summary)
  // heard first by who comes back to this tab
  document.title = `Erreur\u00a0: ${document.title.replace(/^Erreur\u00a0: /, '')}`
  summary.focus()
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-checked]')) {
  form.noValidate = true
  form.addEventListener('submit', (event) => {
    const faults = faultsOf(form)
    for (const field of form.querySelectorAll<HTMLElement>('.field[data-invalid]')) {
      const control = field.querySelector<Control>('input, select, textarea')
      if (control && !faults.has(field)) tell(field, control, '')
    }
    for (const [field, control] of faults) tell(field, control, messageOf(control))
    if (faults.size === 0) return
    event.preventDefault()
    sumUp(form, faults)
  })
  // an error goes as soon as it is mended; none comes while one types
  form.addEventListener('change', ({ target }) => {
    const field = target instanceof Element && target.closest<HTMLElement>('.field[data-invalid]')
    const controls = field ? [...field.querySelectorAll<Control>('input, select, textarea')] : []
    if (field && controls[0] && controls.every(({ validity }) => validity.valid)) tell(field, controls[0], '')
  })
}
