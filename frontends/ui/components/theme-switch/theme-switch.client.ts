import { made, preferences } from '../display-settings/group.ts'

const themes = [
  ['', 'Comme mon appareil'],
  ['light', 'Clair'],
  ['dark', 'Sombre'],
] as const

let count = 0

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount > 0) return
    count += 1
    const radios = themes.map(([value, title]) => {
      const radio = made('input', { type: 'radio', name: `theme-${count}`, value })
      radio.checked = preferences.get('theme') === value
      radio.addEventListener('change', () => preferences.set('theme', value))
      return made<'label'>('label', {}, radio, title)
    })
    const more = made('input', { type: 'checkbox', checked: preferences.get('contrast') === 'more' })
    more.addEventListener('change', () => preferences.set('contrast', more.checked ? 'more' : ''))
    this.append(
      made(
        'fieldset',
        {},
        made('legend', { textContent: 'Couleurs' }),
        ...radios,
        made('label', {}, more, 'Contraste renforcé'),
      ),
    )
  }
}
customElements.define('theme-switch', ThemeSwitch)
