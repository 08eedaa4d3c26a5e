import { positionText, stepFrom } from './position.ts'

const still = matchMedia('(prefers-reduced-motion: reduce)')

/** Adds buttons to a row of slides, and turns them by itself when asked to, until the reader pauses, points at it or enters it. */
class SlideShow extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    const row = this.querySelector('ul')
    const count = row?.children.length ?? 0
    if (!row || count < 2) return
    const position = document.createElement('span')
    const bar = document.createElement('p')
    bar.className = 'slideshow-bar'

    const current = () => Math.round(row.scrollLeft / row.clientWidth)
    const show = () => {
      position.textContent = positionText(current(), count)
    }
    const turn = (step: 1 | -1) =>
      row.scrollTo({
        left: stepFrom(current(), step, count) * row.clientWidth,
        behavior: still.matches ? 'instant' : 'smooth',
      })
    const button = (label: string, act: () => void, look: string) => {
      const made = document.createElement('button')
      Object.assign(made, { type: 'button', textContent: label, onclick: act })
      made.dataset.look = look
      return made
    }

    bar.append(
      button('Précédent', () => turn(-1), 'previous'),
      position,
      button('Suivant', () => turn(1), 'next'),
    )
    const every = Number(this.dataset.every)
    if (every > 0 && !still.matches) bar.append(this.#pauseButton(button, () => turn(1), every))
    else position.setAttribute('role', 'status')
    row.addEventListener('scroll', show, { passive: true })
    show()
    row.after(bar)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  #pauseButton(
    make: (label: string, act: () => void, look: string) => HTMLButtonElement,
    next: () => void,
    every: number,
  ) {
    const isHeld = () => this.matches(':hover, :focus-within') || document.hidden
    const pause = make('Pause', () => set(this.#timer === undefined), 'pause')
    const set = (moving: boolean) => {
      clearInterval(this.#timer)
      this.#timer = moving ? setInterval(() => isHeld() || next(), every * 1000) : undefined
      pause.textContent = moving ? 'Pause' : 'Reprendre'
      pause.dataset.look = moving ? 'pause' : 'play'
    }
    still.addEventListener('change', () => still.matches && set(false))
    set(true)
    return pause
  }
}
customElements.define('slide-show', SlideShow)
