import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useRefresh } from 'react-admin'
import { signInAddress } from './session.ts'
import { useSession, useSessionState } from './session-context.tsx'

/**
 * Says that the session ended, over the page, without touching it. Signing in here comes back to the same screen, where the
 * text is taken up again; signing in in another tab closes the dialog when this one is looked at again.
 */
export const SessionExpiredDialog = () => {
  const session = useSession()
  const state = useSessionState()
  const open = state.is === 'signed-in' && state.expired
  const refresh = useRefresh()
  const wasOpen = useRef(false)
  useEffect(() => {
    // Lists that were refused meanwhile are read again.
    if (wasOpen.current && !open) refresh()
    wasOpen.current = open
  }, [open, refresh])
  useEffect(() => {
    if (!open) return
    const look = () => void session.load()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [open, session])
  return (
    <Dialog open={open} aria-labelledby="session-expired">
      <DialogTitle id="session-expired">Votre session est terminée</DialogTitle>
      <DialogContent>
        <DialogContentText>
          Par prudence, le bureau se referme au bout d’un certain temps. Ce que vous avez tapé est gardé sur cet
          ordinateur&nbsp;: vous le retrouverez ici après vous être reconnecté.
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button variant="text" href={signInAddress('')} target="_blank" rel="noopener">
          Se reconnecter dans un autre onglet
        </Button>
        <Button variant="contained" onClick={() => window.location.assign(signInAddress(window.location.hash))}>
          Se reconnecter
        </Button>
      </DialogActions>
    </Dialog>
  )
}
