import { clockText } from './clock-text.ts'

/** Larger controls around the browser's own sound: play, a place to go to, the time. */
class AudioPlayer extends HTMLElement {
  connectedCallback() {
    const sound = this.querySelector('audio')
    if (!sound) return
    const { title = '', duration = '0' } = this.dataset
    const [play, place, time] = [
      document.createElement('button'),
      document.createElement('input'),
      document.createElement('span'),
    ]
    const length = () => (Number.isFinite(sound.duration) ? sound.duration : Number(duration))

    play.type = 'button'
    play.onclick = () => (sound.paused ? void sound.play().catch(() => {}) : sound.pause())
    Object.assign(place, { type: 'range', min: '0', max: duration, value: '0', step: '1' })
    place.setAttribute('aria-label', `Avancer dans «\u00a0${title}\u00a0»`)
    place.oninput = () => {
      sound.currentTime = Number(place.value)
      show()
    }
    const show = () => {
      play.textContent = sound.paused ? 'Écouter' : 'Pause'
      play.dataset.playing = String(!sound.paused)
      place.max = String(Math.floor(length()))
      place.value = String(Math.floor(sound.currentTime))
      place.setAttribute('aria-valuetext', `${clockText(sound.currentTime)} sur ${clockText(length())}`)
      time.textContent = `${clockText(sound.currentTime)} / ${clockText(length())}`
    }
    for (const event of ['play', 'pause', 'ended', 'timeupdate', 'loadedmetadata']) sound.addEventListener(event, show)
    // What cannot be played leaves the browser's own words.
    sound.addEventListener('error', () => {
      this.replaceChildren(sound)
      sound.controls = true
    })
    sound.controls = false
    show()
    this.append(play, place, time)
  }
}
customElements.define('audio-player', AudioPlayer)
