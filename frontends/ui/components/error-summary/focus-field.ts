/** A link to a field puts the cursor into it; of a group (radio buttons, a date), into its first field. */
export function focusField(summary: Element): void {
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    const target = link && document.getElementById(link.hash.slice(1))
    if (!target) return
    const field = target.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : target
    if (!field) return
    event.preventDefault()
    // the label and its error first, then the cursor without a second jump
    ;(target.closest('.field') ?? target).scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
