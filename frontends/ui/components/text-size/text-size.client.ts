import { made, preferences } from '../display-settings/group.ts'
import { choices, textStep } from '../display-settings/preferences.ts'

const names: Record<string, string> = { '-1': 'petite', '': 'habituelle', 1: 'grande', 2: 'très grande' }

class TextSize extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount > 0) return
    const status = made('span', { role: 'status', className: 'hidden' })
    const button = (text: string, label: string, next: () => string) => {
      const one = made('button', { type: 'button', ariaLabel: `${text} ${label}` }, text)
      one.addEventListener('click', () => {
        preferences.set('text', next())
        status.textContent = `Taille du texte : ${names[preferences.get('text')]}`
        mark()
      })
      return one
    }
    const smaller = button('A−', 'Réduire le texte', () => textStep(preferences.get('text'), -1))
    const usual = button('A', 'Taille habituelle du texte', () => '')
    const larger = button('A+', 'Agrandir le texte', () => textStep(preferences.get('text'), 1))
    // `aria-disabled`, not `disabled`: the focus must not be lost at the ends
    const mark = () => {
      smaller.ariaDisabled = String(preferences.get('text') === choices.text[0])
      larger.ariaDisabled = String(preferences.get('text') === choices.text.at(-1))
      usual.ariaPressed = String(preferences.get('text') === '')
    }
    mark()
    this.append(
      made('fieldset', {}, made('legend', { textContent: 'Taille du texte' }), smaller, usual, larger, status),
    )
  }
}
customElements.define('text-size', TextSize)
