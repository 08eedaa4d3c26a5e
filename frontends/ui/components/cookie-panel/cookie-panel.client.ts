import { type ConsentService, createConsent } from './consent.ts'

/** Shows itself while a choice is missing; tells the page of a choice by the event `pmq:consent`. */
class CookiePanel extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('[name="service"]')]
    const services: ConsentService[] = boxes.map(({ value }) => ({ id: value, name: '', purpose: '' }))
    const isPreview = this.dataset.preview !== undefined
    const consent = createConsent(services, isPreview ? sessionStorage : localStorage, Date.now)
    if (!isPreview) this.hidden = !consent.read().isAsked
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      const { value } = event.submitter as HTMLButtonElement
      if (value === 'all') consent.acceptAll()
      else consent.choose(value === 'none' ? [] : boxes.filter(({ checked }) => checked).map((box) => box.value))
      if (!isPreview) this.hidden = true
      document.dispatchEvent(new CustomEvent('pmq:consent', { detail: consent.read() }))
    })
  }
}
customElements.define('cookie-panel', CookiePanel)
