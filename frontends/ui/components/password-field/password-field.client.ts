for (const row of document.querySelectorAll('.password-field .field-row')) {
  const [input, button] = [row.querySelector('input'), row.querySelector('button')]
  if (!input || !button) continue
  const said = document.createElement('span')
  said.className = 'hidden'
  said.role = 'status'
  row.append(said)
  const show = (visible: boolean) => {
    input.type = visible ? 'text' : 'password'
    button.textContent = visible ? 'Masquer' : 'Afficher'
    button.ariaLabel = visible ? 'Masquer le mot de passe' : 'Afficher le mot de passe'
  }
  show(false)
  button.hidden = false
  button.addEventListener('click', () => {
    show(input.type === 'password')
    said.textContent = input.type === 'text' ? 'Votre mot de passe est visible.' : 'Votre mot de passe est masqué.'
  })
  // so that the browser does not keep it among the texts that it completes
  input.form?.addEventListener('submit', () => show(false))
}
