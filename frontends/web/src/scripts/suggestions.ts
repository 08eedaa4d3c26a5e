type Suggestion = { title: string; path: string }

const [leastTyped, pause] = [2, 150]

/** Suggestions while typing, as the ARIA combobox pattern describes it. Without this script the form is a plain search. */
function suggestIn(form: HTMLFormElement, address: string) {
  const input = form.querySelector('input')
  if (!input) return
  const list = document.createElement('ul')
  const status = document.createElement('p')
  Object.assign(list, { id: `${input.id}-suggestions`, role: 'listbox', hidden: true, className: 'suggestions' })
  list.setAttribute('aria-label', 'Suggestions')
  Object.assign(status, { className: 'hidden', role: 'status' })
  input.closest('.search-row')?.append(list)
  form.append(status)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)

  let chosen = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()

  const options = () => [...list.children] as HTMLElement[]

  function choose(index: number) {
    chosen = index
    for (const [at, option] of options().entries()) option.setAttribute('aria-selected', String(at === index))
    const option = options()[index]
    if (option) input?.setAttribute('aria-activedescendant', option.id)
    else input?.removeAttribute('aria-activedescendant')
  }

  function show(suggestions: Suggestion[]) {
    list.replaceChildren(
      ...suggestions.map(({ title, path }, index) => {
        const option = document.createElement('li')
        Object.assign(option, { id: `${list.id}-${index}`, role: 'option', textContent: title })
        option.dataset.path = path
        return option
      }),
    )
    list.hidden = suggestions.length === 0
    input?.setAttribute('aria-expanded', String(!list.hidden))
    const count = suggestions.length
    status.textContent = count === 0 ? '' : `${count} suggestion${count > 1 ? 's' : ''}. Flèches pour choisir.`
    choose(-1)
  }

  async function ask(typed: string) {
    asking.abort()
    asking = new AbortController()
    if (typed.length < leastTyped) return show([])
    const url = new URL(address, location.href)
    url.searchParams.set('q', typed)
    const response = await fetch(url, { signal: asking.signal })
    show(response.ok ? ((await response.json()) as { items: Suggestion[] }).items : [])
  }

  function close() {
    clearTimeout(waiting)
    asking.abort()
    show([])
  }

  const open = (option: HTMLElement | undefined) => option?.dataset.path && location.assign(option.dataset.path)

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
  // before the field loses the focus, which closes the list
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    if (event.target instanceof HTMLElement) open(event.target)
  })
  input.setAttribute('aria-expanded', 'false')
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggestions]'))
  suggestIn(form, form.dataset.suggestions ?? '')
