import {
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material'
import { type ReactNode, useId, useState } from 'react'

type Props = Omit<ButtonProps, 'onClick' | 'title'> & {
  /** The question, and what will happen. */
  question: string
  consequence: ReactNode
  /** The verb on the button that does it. */
  verb: string
  onConfirm: () => void | Promise<void>
}

/** A button for what is not easily undone: it asks first, and names what it will do. */
export const ConfirmButton = ({ question, consequence, verb, onConfirm, children, ...button }: Props) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const confirm = () => {
    setOpen(false)
    void onConfirm()
  }
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id} maxWidth="sm" fullWidth>
        <DialogTitle id={id}>{question}</DialogTitle>
        <DialogContent>
          <DialogContentText>{consequence}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button variant="text" autoFocus onClick={() => setOpen(false)}>
            Annuler
          </Button>
          <Button variant="contained" color={button.color ?? 'primary'} onClick={confirm}>
            {verb}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
