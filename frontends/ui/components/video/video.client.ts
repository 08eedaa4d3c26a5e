/** Plays in place, on demand, a video that another site keeps. */
class VideoDoor extends HTMLElement {
  connectedCallback() {
    const { embed, title = '' } = this.dataset
    if (!embed) return
    this.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const frame = document.createElement('iframe')
      Object.assign(frame, { src: embed, title, allow: 'autoplay; fullscreen', referrerPolicy: 'no-referrer' })
      this.replaceChildren(frame)
      frame.focus()
    })
  }
}
customElements.define('video-door', VideoDoor)
