import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useOfficeData } from '../data/index.ts'
import { ConfirmButton } from '../layout/index.ts'
import { sayMoment } from '../moments/index.ts'
import type { DeadLetter } from './dead-letter.ts'
import { useOperation } from './use-operation.ts'

type Props = { letter: DeadLetter; onClose: () => void; onChanged: () => void }

export const DeadLetterDialog = ({ letter, onClose, onChanged }: Props) => {
  const office = useOfficeData()
  const { run, running } = useOperation()
  const { service, id, event, error, attempts, firstAt, consumer } = letter
  const finish = async (work: () => Promise<void>, done: string) => {
    const worked = await run(work, done)
    onChanged()
    if (worked) onClose()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="letter-title" maxWidth="md" fullWidth>
      <DialogTitle id="letter-title">{event.type}</DialogTitle>
      <DialogContent>
        <p>
          {consumer} ({service}) n’a pas pu le traiter, en {attempts}&nbsp;{attempts > 1 ? 'essais' : 'essai'} depuis{' '}
          {sayMoment(firstAt, new Date())}.
        </p>
        <h3>Erreur</h3>
        <pre className="raw">{error}</pre>
        <h3>Événement</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className="raw" tabIndex={0}>
          {JSON.stringify(event, null, 2)}
        </pre>
      </DialogContent>
      <DialogActions>
        <ConfirmButton
          variant="text"
          color="error"
          disabled={running}
          question={'Renoncer à cet événement\u202f?'}
          consequence="Il est supprimé pour de bon, sans avoir été traité."
          verb="Supprimer"
          onConfirm={() => finish(() => office.deleteDeadLetter(service, id), 'L’événement est supprimé.')}
        >
          Supprimer
        </ConfirmButton>
        <Button onClick={onClose}>Fermer</Button>
        <Button
          variant="contained"
          disabled={running}
          onClick={() => finish(() => office.replayDeadLetter(service, id), 'L’événement est traité.')}
        >
          Rejouer
        </Button>
      </DialogActions>
    </Dialog>
  )
}
