import { nextTab } from './next-tab.ts'

/** Turns the links of `<tab-list>` into tabs. */
class TabList extends HTMLElement {
  connectedCallback() {
    const tabs = [...this.querySelectorAll<HTMLAnchorElement>('ul a')]
    const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)))
    if (panels.includes(null)) return
    const show = (index: number, withFocus = false) => {
      for (const [at, tab] of tabs.entries()) {
        tab.setAttribute('aria-selected', String(at === index))
        tab.tabIndex = at === index ? 0 : -1
        panels[at]?.toggleAttribute('hidden', at !== index)
      }
      if (withFocus) tabs[index]?.focus()
    }
    this.querySelector('ul')?.setAttribute('role', 'tablist')
    for (const [index, tab] of tabs.entries()) {
      tab.parentElement?.setAttribute('role', 'presentation')
      tab.id = `${tab.hash.slice(1)}-onglet`
      tab.role = 'tab'
      tab.setAttribute('aria-controls', tab.hash.slice(1))
      const panel = panels[index]
      if (panel) {
        panel.role = 'tabpanel'
        panel.tabIndex = 0
        panel.removeAttribute('aria-label')
        panel.setAttribute('aria-labelledby', tab.id)
      }
      tab.addEventListener('click', (event) => {
        event.preventDefault()
        show(index)
      })
      tab.addEventListener('keydown', (event) => {
        const next = event.key === ' ' ? index : nextTab(event.key, index, tabs.length)
        if (next === undefined) return
        event.preventDefault()
        show(next, true)
      })
    }
    this.toggleAttribute('data-ready', true)
    show(
      Math.max(
        0,
        tabs.findIndex(({ hash }) => hash === location.hash),
      ),
    )
  }
}
customElements.define('tab-list', TabList)
