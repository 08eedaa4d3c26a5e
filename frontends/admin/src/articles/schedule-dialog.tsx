import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material'
import type { ArticleView } from '@pmq/contracts/content'
import { type FormEvent, useState } from 'react'
import { fromLocalInput, toLocalInput } from '../moments/index.ts'
import { datesProblem } from './publication.ts'

type Props = {
  article: ArticleView
  onClose: () => void
  /** `at` is `null` for an article that is public already. */
  onDate: (at: string | null, withdrawAt: string | null) => void
}

const local = (iso: string | null) => (iso ? toLocalInput(iso) : '')

/** When it appears and when it goes, on the time of Paris. */
export const ScheduleDialog = ({ article, onClose, onDate }: Props) => {
  const isOut = article.state === 'published'
  const [at, setAt] = useState(article.state === 'scheduled' ? local(article.publishedAt) : '')
  const [withdrawAt, setWithdrawAt] = useState(local(article.withdrawAt))
  const [problem, setProblem] = useState<{ field: 'at' | 'withdrawAt'; message: string }>()

  const fix = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const [from, to] = [fromLocalInput(at), fromLocalInput(withdrawAt)]
    if (!isOut && from === undefined)
      return setProblem({ field: 'at', message: 'Donnez la date et l’heure de parution.' })
    const wrong = datesProblem({ at: isOut ? undefined : from, withdrawAt: to, now: new Date() })
    if (wrong) return setProblem(wrong)
    onDate(isOut ? null : (from ?? null), to ?? null)
    onClose()
  }
  const said = (field: 'at' | 'withdrawAt', otherwise: string) =>
    problem?.field === field ? problem.message : otherwise

  return (
    <Dialog open onClose={onClose} aria-labelledby="schedule-title" maxWidth="sm" fullWidth>
      <form onSubmit={fix} noValidate>
        <DialogTitle id="schedule-title">{isOut ? 'Programmer le retrait' : 'Programmer la parution'}</DialogTitle>
        <DialogContent className="dialog-fields">
          {!isOut && (
            <TextField
              autoFocus
              required
              type="datetime-local"
              label="Paraît le"
              value={at}
              onChange={({ target }) => setAt(target.value)}
              error={problem?.field === 'at'}
              helperText={said('at', 'Heure de Paris. L’article paraît seul, à l’heure dite.')}
            />
          )}
          <TextField
            type="datetime-local"
            label="Se retire le (facultatif)"
            value={withdrawAt}
            onChange={({ target }) => setWithdrawAt(target.value)}
            error={problem?.field === 'withdrawAt'}
            helperText={said('withdrawAt', 'Vide\u00a0: il reste en ligne.')}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Annuler
          </Button>
          <Button type="submit" variant="contained" color={isOut ? 'primary' : 'secondary'}>
            {isOut ? 'Noter le retrait' : 'Programmer'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
