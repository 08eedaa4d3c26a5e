import { left } from './left.ts'

/** The count is shown at once, and said when one stops typing: a screen reader is not interrupted at every letter. */
const pause = 1000

for (const area of document.querySelectorAll<HTMLTextAreaElement>('.textarea-field textarea[data-limit]')) {
  const limit = Number(area.dataset.limit)
  const shown = area.nextElementSibling
  const said = document.createElement('p')
  said.className = 'hidden'
  said.role = 'status'
  area.parentElement?.append(said)
  let waiting: ReturnType<typeof setTimeout> | undefined

  const count = () => {
    const text = left(area.value.length, limit)
    const isOver = area.value.length > limit
    if (shown) shown.textContent = text
    shown?.toggleAttribute('data-over', isOver)
    area.setCustomValidity(isOver ? text : '')
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      said.textContent = text
    }, pause)
  }
  area.addEventListener('input', count)
}
