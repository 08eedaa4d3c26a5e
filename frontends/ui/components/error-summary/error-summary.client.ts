import { focusField } from './focus-field.ts'

const summary = document.querySelector<HTMLElement>('main .error-summary')
if (summary) {
  focusField(summary)
  // a page of examples shows one without being a form that came back
  if (!summary.closest('.specimen, [inert]')) summary.focus()
}
