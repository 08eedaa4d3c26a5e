/** Opens the pictures of a gallery in a dialog instead of leaving the page. */
class PictureGallery extends HTMLElement {
  connectedCallback() {
    const links = [...this.querySelectorAll('a')]
    const dialog = document.createElement('dialog')
    const picture = new Image()
    const words = document.createElement('p')
    const bar = document.createElement('div')
    let current = 0

    const show = (index: number) => {
      current = (index + links.length) % links.length
      const link = links[current]
      picture.src = link?.href ?? ''
      picture.alt = link?.querySelector('img')?.alt ?? ''
      words.textContent = [
        `${current + 1}\u00a0sur\u00a0${links.length}`,
        ...[...(link?.parentElement?.querySelectorAll('figcaption > *') ?? [])].map((one) => one.textContent),
      ].join(' – ')
    }
    const add = (label: string, act: () => void) => {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', textContent: label, onclick: act })
      bar.append(button)
    }
    add('Précédente', () => show(current - 1))
    add('Suivante', () => show(current + 1))
    add('Fermer', () => dialog.close())
    words.role = 'status'
    dialog.className = 'gallery-viewer'
    dialog.setAttribute('aria-label', this.querySelector('ul')?.getAttribute('aria-label') ?? 'Images')
    dialog.append(picture, words, bar)
    dialog.onkeydown = ({ key }) => {
      if (key === 'ArrowLeft') show(current - 1)
      if (key === 'ArrowRight') show(current + 1)
    }
    dialog.onclick = ({ target }) => target === dialog && dialog.close()
    dialog.onclose = () => links[current]?.focus()
    this.append(dialog)
    for (const [index, link] of links.entries())
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        show(index)
        dialog.showModal()
      })
  }
}
customElements.define('picture-gallery', PictureGallery)
