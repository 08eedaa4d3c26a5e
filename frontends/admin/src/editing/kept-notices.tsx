import { Button } from '@mui/material'
import type { Draft } from '../drafts/index.ts'
import { sayMoment } from '../moments/index.ts'

type TakenUp = { draft: Draft; onStartOver: () => void }

/** The form opened with a text that was left unsaved. */
export const TakenUpNotice = ({ draft, onStartOver }: TakenUp) => (
  <div className="note water" role="status">
    <p>
      <strong>Votre texte est là.</strong> Vous l’aviez laissé {sayMoment(draft.savedAt, new Date())}, sans
      l’enregistrer.
    </p>
    <p className="actions">
      <Button variant="text" onClick={onStartOver}>
        {draft.base ? 'Revenir à la version enregistrée' : 'Commencer une page blanche'}
      </Button>
    </p>
  </div>
)

type Aside = { draft: Draft; onTakeUp: () => void; onDrop: () => void }

/** A version of mine that gave way to another one, and can still be called back. */
export const AsideNotice = ({ draft, onTakeUp, onDrop }: Aside) => (
  <div className="note" role="status">
    <p>
      Une version de vous, du texte {draft.title ? `«\u202f${draft.title}\u202f»` : 'sans titre'}, est mise de côté sur
      cet ordinateur depuis {sayMoment(draft.savedAt, new Date())}.
    </p>
    <p className="actions">
      <Button variant="text" onClick={onTakeUp}>
        La remettre dans le formulaire
      </Button>
      <Button variant="text" color="error" onClick={onDrop}>
        La jeter
      </Button>
    </p>
  </div>
)
