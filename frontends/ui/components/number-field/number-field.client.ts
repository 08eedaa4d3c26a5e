for (const row of document.querySelectorAll('.number-field .field-row')) {
  const input = row.querySelector('input')
  if (!input) continue
  for (const button of row.querySelectorAll('button')) {
    button.hidden = false
    button.addEventListener('click', () => {
      if (button.dataset.step === '1') input.stepUp()
      else input.stepDown()
      // what listens to typing (a total, a check) hears it too
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }
}
