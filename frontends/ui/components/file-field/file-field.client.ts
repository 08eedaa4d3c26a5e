import { isAccepted, weightOf } from './weight.ts'

for (const input of document.querySelectorAll<HTMLInputElement>('.file-field input')) {
  const [accept, most] = [input.accept, Number(input.dataset.most ?? Number.POSITIVE_INFINITY)]
  const list = Object.assign(document.createElement('ul'), { className: 'file-field-list' })
  list.ariaLive = 'polite'
  input.after(list)

  const faultOf = ({ name, size }: File) => {
    if (!isAccepted(name, accept)) return `Ce type de fichier n’est pas accepté (${accept.replaceAll(',', ' ')}).`
    return size > most ? `Ce fichier est trop lourd : ${weightOf(most)} au plus.` : ''
  }
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    list.replaceChildren(
      ...files.map((file) => {
        const [line, fault] = [document.createElement('li'), faultOf(file)]
        line.append(
          Object.assign(document.createElement('strong'), { textContent: file.name }),
          ` ${weightOf(file.size)}`,
        )
        if (fault) line.append(Object.assign(document.createElement('em'), { textContent: fault }))
        return line
      }),
    )
    input.setCustomValidity(files.map(faultOf).find(Boolean) ?? '')
  })
  for (const [type, over] of [
    ['dragenter', true],
    ['dragleave', false],
    ['drop', false],
  ] as const)
    input.addEventListener(type, () => input.toggleAttribute('data-over', over))
}
