import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material'
import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { linkAddress } from './link-address.ts'

/** Asks for the address of a link. With nothing selected, the address becomes the text. */
export const LinkDialog = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const present = editor.getAttributes('link').href as string | undefined
  const [typed, setTyped] = useState(present ?? '')
  const [wrong, setWrong] = useState(false)

  const finish = () => {
    onClose()
    // The dialog gives the focus back to its button first; the text asks for it after.
    setTimeout(() => editor.commands.focus())
  }
  const place = (event: FormEvent) => {
    event.preventDefault()
    // A portal is still a child in React's eyes: the form of the article must not be sent.
    event.stopPropagation()
    const href = linkAddress(typed)
    if (!href) return setWrong(true)
    const chain = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && !present)
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    finish()
  }

  return (
    <Dialog open onClose={finish} aria-labelledby="link-title" fullWidth maxWidth="sm">
      <form onSubmit={place} noValidate>
        <DialogTitle id="link-title">{present ? 'Modifier le lien' : 'Ajouter un lien'}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            label="Adresse"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            error={wrong}
            helperText={
              wrong
                ? 'Cette adresse ne peut pas être suivie. Exemples\u00a0: https://www.exemple.fr, /amenager/habitat, accueil@exemple.fr'
                : 'Une adresse du site commence par une barre\u00a0: /amenager/habitat'
            }
          />
        </DialogContent>
        <DialogActions>
          {present && (
            <Button
              variant="text"
              color="error"
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetLink().run()
                finish()
              }}
            >
              Retirer le lien
            </Button>
          )}
          <Button variant="text" onClick={finish}>
            Annuler
          </Button>
          <Button type="submit" variant="contained">
            {present ? 'Modifier' : 'Ajouter'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
