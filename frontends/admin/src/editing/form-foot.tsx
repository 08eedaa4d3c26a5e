import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { sayMoment } from '../moments/index.ts'
import { useKeptForm } from './kept-form-context.ts'

type Props = {
  saveLabel?: string
  /** Saving makes it public at once: the button has the accent. */
  makesPublic?: boolean
  children?: ReactNode
}

/** Always in sight under the form: what is saved, and the button that saves. */
export const FormFoot = ({ saveLabel = 'Enregistrer', makesPublic = false, children }: Props) => {
  const { saving, changed, base } = useKeptForm()
  return (
    <div className="form-foot">
      <p role="status">
        <SavedState />
      </p>
      <div className="actions">
        {children}
        <Button
          type="submit"
          variant="contained"
          color={makesPublic ? 'secondary' : 'primary'}
          disabled={saving || (!changed && base !== null)}
        >
          {saveLabel}
        </Button>
      </div>
    </div>
  )
}

const SavedState = () => {
  const { base, changed, kept, saving } = useKeptForm()
  if (saving) return 'Enregistrement…'
  if (changed)
    return (
      <>
        <strong>Changements non enregistrés.</strong>{' '}
        <span className="quiet">
          {kept
            ? 'Votre texte est gardé sur cet ordinateur.'
            : 'Ce navigateur ne peut pas les garder\u00a0: enregistrez sans attendre.'}
        </span>
      </>
    )
  if (!base) return <span className="quiet">Rien n’est encore enregistré.</span>
  const by = typeof base.updatedBy === 'string' && base.updatedBy ? `, par ${base.updatedBy}` : ''
  return (
    <>
      <strong>Enregistré {sayMoment(String(base.updatedAt), new Date())}</strong>
      <span className="quiet">{by}.</span>
    </>
  )
}
