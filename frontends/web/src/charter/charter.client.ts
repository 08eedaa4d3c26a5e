/** The button « Copier » of each piece of code. */
for (const block of document.querySelectorAll('.charter-code')) {
  const [button, code] = [block.querySelector('button'), block.querySelector('code')]
  if (!button || !code || !navigator.clipboard) continue
  button.hidden = false
  const said = document.createElement('span')
  said.className = 'hidden'
  said.role = 'status'
  block.append(said)
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(code.textContent).then(
      () => true,
      () => false,
    )
    button.textContent = isCopied ? 'Copié' : 'Copie refusée'
    said.textContent = isCopied ? 'Le code est copié.' : 'Le navigateur a refusé la copie.'
    setTimeout(() => {
      button.textContent = 'Copier'
      said.textContent = ''
    }, 2500)
  })
}

// The copies in the other accents are pictures: nothing in them is sent, nothing opens.
for (const form of document.querySelectorAll<HTMLFormElement>('.specimen-sheet form:not([method="dialog"])'))
  form.addEventListener('submit', (event) => event.preventDefault())
