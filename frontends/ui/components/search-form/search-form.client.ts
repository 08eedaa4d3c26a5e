import { around } from './mark.ts'

type Suggestion = { title: string; path: string; kind?: string }

const [leastTyped, pause] = [2, 150]
const kinds: Record<string, string> = {
  article: 'Actualité',
  chantier: 'Chantier',
  commune: 'Commune',
  page: 'Page',
  section: 'Rubrique',
}

/** Suggestions while typing, as the ARIA combobox pattern describes it. Without this script the form is a plain search. */
function suggestIn(form: HTMLFormElement, address: string) {
  const input = form.querySelector('input')
  if (!input) return
  const list = document.createElement('ul')
  const status = document.createElement('p')
  Object.assign(list, { id: `${input.id}-suggestions`, role: 'listbox', hidden: true, className: 'search-form-list' })
  list.setAttribute('aria-label', 'Suggestions')
  Object.assign(status, { className: 'hidden', role: 'status' })
  form.querySelector('.search-form-row')?.append(list)
  form.append(status)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)

  let chosen = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()
  const answers = new Map<string, Suggestion[]>()

  const options = () => [...list.children] as HTMLElement[]

  function choose(index: number) {
    chosen = index
    for (const [at, option] of options().entries()) option.setAttribute('aria-selected', String(at === index))
    const option = options()[index]
    if (option) input?.setAttribute('aria-activedescendant', option.id)
    else input?.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  function show(suggestions: Suggestion[], typed = '') {
    list.replaceChildren(
      ...suggestions.map(({ title, path, kind = '' }, index) => {
        const option = document.createElement('li')
        Object.assign(option, { id: `${list.id}-${index}`, role: 'option' })
        option.dataset.path = path
        const [before, match, after] = around(title, typed)
        const words = document.createElement('span')
        words.append(before, Object.assign(document.createElement('mark'), { textContent: match }), after)
        option.append(words, Object.assign(document.createElement('small'), { textContent: kinds[kind] ?? '' }))
        return option
      }),
    )
    list.hidden = suggestions.length === 0
    input?.setAttribute('aria-expanded', String(!list.hidden))
    const count = suggestions.length
    status.textContent = count === 0 ? '' : `${count} suggestion${count > 1 ? 's' : ''}. Flèches pour choisir.`
    choose(-1)
  }

  async function read(typed: string): Promise<Suggestion[]> {
    asking = new AbortController()
    const url = new URL(address, location.href)
    url.searchParams.set('q', typed)
    const response = await fetch(url, { signal: asking.signal })
    return response.ok ? ((await response.json()) as { items: Suggestion[] }).items : []
  }

  async function ask(typed: string) {
    asking.abort()
    if (typed.length < leastTyped) return show([])
    // one often types, takes back and types again: a second time costs no request
    const known = answers.get(typed) ?? (await read(typed))
    answers.set(typed, known)
    show(known, typed)
  }

  function close() {
    clearTimeout(waiting)
    asking.abort()
    show([])
  }

  const open = (option: Element | null | undefined) =>
    option instanceof HTMLElement && option.dataset.path && location.assign(option.dataset.path)

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    // a suggestion that does not come is no reason to disturb who types
    waiting = setTimeout(() => ask(input.value.trim()).catch(() => {}), pause)
  })
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (count === 0) return
    if (event.key === 'ArrowDown') choose(chosen + 1 < count ? chosen + 1 : -1)
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? count - 1 : chosen - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen >= 0) open(options()[chosen])
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', close)
  // the field keeps the focus, which would close the list; the page opens when the finger or the button is let go
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => open(target instanceof Element ? target.closest('li') : null))
  input.setAttribute('aria-expanded', 'false')
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggestions]'))
  suggestIn(form, form.dataset.suggestions ?? '')
