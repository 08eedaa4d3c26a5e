// Browsers of 2025 and later know `command` and `closedby`; this is for those before.
if (!('commandForElement' in HTMLButtonElement.prototype))
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[commandfor]') : null
    const dialog = document.getElementById(button?.getAttribute('commandfor') ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    if (button?.getAttribute('command') === 'show-modal') dialog.showModal()
    else dialog.close()
  })

if (!('closedBy' in HTMLDialogElement.prototype))
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('.dialog'))
    dialog.addEventListener('click', ({ target }) => {
      // what is outside belongs to the dialog itself, what is inside to one of its elements
      if (target === dialog) dialog.close()
    })
