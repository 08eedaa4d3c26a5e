/** Long enough to be read aloud; the pointer or the focus on it stops the clock. */
const readingTime = 8000

class ToastRegion extends HTMLElement {
  say(text: string, kind: 'info' | 'success' | 'error' = 'info') {
    const toast = document.createElement('div')
    const close = document.createElement('button')
    toast.className = 'toast'
    toast.dataset.kind = kind
    Object.assign(close, { type: 'button', textContent: 'Fermer', onclick: () => toast.remove() })
    toast.append(Object.assign(document.createElement('p'), { textContent: text }), close)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(waiting)
      // what went wrong stays until it is closed
      if (kind !== 'error') waiting = setTimeout(() => toast.remove(), readingTime)
    }
    const stay = () => clearTimeout(waiting)
    toast.addEventListener('pointerenter', stay)
    toast.addEventListener('focusin', stay)
    toast.addEventListener('pointerleave', wait)
    toast.addEventListener('focusout', wait)
    this.append(toast)
    wait()
  }
}
customElements.define('toast-region', ToastRegion)

/** Says a word in the page's region, when it has one. */
export function say(text: string, kind?: 'info' | 'success' | 'error') {
  document.querySelector<ToastRegion>('toast-region')?.say(text, kind)
}

// `<button data-toast="…">` needs no script of its own.
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-toast]') : null
  const kind = button?.dataset.toastKind
  if (button?.dataset.toast) say(button.dataset.toast, kind === 'error' || kind === 'success' ? kind : 'info')
})
