/** Closes the panels of the menu as people expect: Escape, a click elsewhere, the focus gone elsewhere. */
const menu = document.querySelector('.site-header-menu')
const opened = () => menu?.querySelector<HTMLDetailsElement>('details[open]')
const close = () => opened()?.removeAttribute('open')
const isInside = (target: EventTarget | null) => target instanceof Node && opened()?.contains(target)

document.addEventListener('keydown', ({ key }) => {
  const panel = opened()
  if (key !== 'Escape' || !panel) return
  if (isInside(document.activeElement)) panel.querySelector('summary')?.focus()
  close()
})
document.addEventListener('click', ({ target }) => {
  if (!isInside(target)) close()
})
menu?.addEventListener('focusout', (event) => {
  const { relatedTarget } = event as FocusEvent
  if (relatedTarget && !isInside(relatedTarget)) close()
})

// a module of its own: its names are not those of the page
export {}
