import { made } from './group.ts'
import '../text-size/text-size.client.ts'
import '../theme-switch/theme-switch.client.ts'

/** Filled when it is first opened: a page that nobody adjusts does not carry it. */
class DisplaySettings extends HTMLElement {
  connectedCallback() {
    this.addEventListener('beforetoggle', () => this.fill(), { once: true })
  }
  fill() {
    const close = made('button', { type: 'button', textContent: 'Fermer', onclick: () => this.hidePopover() })
    const [size, theme] = ['text-size', 'theme-switch'].map((name) => {
      const element = document.createElement(name)
      element.className = name
      return element
    })
    if (size && theme) this.append(size, theme, close)
  }
}
customElements.define('display-settings', DisplaySettings)
