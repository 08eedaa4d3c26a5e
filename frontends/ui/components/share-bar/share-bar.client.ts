/** Adds to `<share-bar>` what the browser can do by itself. */
class ShareBar extends HTMLElement {
  connectedCallback() {
    const { url = location.href, title = document.title } = this.dataset
    const status = document.createElement('span')
    status.role = 'status'
    const add = (label: string, act: () => void) => {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', textContent: label, onclick: act })
      this.append(button)
    }
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(url)
        status.textContent = 'Lien copié.'
      } catch {
        status.textContent = url
      }
    }
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches)
      add('Partager', () => void navigator.share({ title, url }).catch(() => {}))
    add('Copier le lien', () => void copy())
    add('Imprimer', () => print())
    this.append(status)
  }
}
customElements.define('share-bar', ShareBar)
