import { Button, Dialog } from '@mui/material'
import { useState } from 'react'
import { useResourceContext, useTranslateLabel } from 'react-admin'
import { sayMoment } from '../moments/index.ts'
import { compare, type FieldConflict, merge, type Picks, suggestedSide } from './compare.ts'
import type { ComparedField } from './compared-field.ts'
import { FieldDuel } from './field-duel.tsx'
import './conflict.css'

type Values = Record<string, unknown>

type Props = {
  fields: readonly ComparedField[]
  versions: { base: Values; mine: Values; theirs: Values }
  author: { name: string; at: string }
  saving: boolean
  onReturn: () => void
  onTakeTheirs: () => void
  onKeep: (values: Values) => void
}

/**
 * Somebody else saved first. Shows both versions field by field against the one both started from, and saves what is chosen
 * over theirs. Closing it goes back to the form with my text in it; a version that gives way is put aside, never thrown away.
 */
export const ConflictScreen = ({ fields, versions, author, saving, onReturn, onTakeTheirs, onKeep }: Props) => {
  const [picks, setPicks] = useState<Picks>({})
  const sources = fields.map(({ source }) => source)
  const conflicts = compare(sources, versions)
  const shared = conflicts.filter(({ is }) => is === 'both')
  const settled = conflicts.filter(({ is }) => is !== 'both')
  const who = author.name || 'Quelqu’un'
  const allOf = (side: 'mine' | 'theirs'): Picks => Object.fromEntries(conflicts.map(({ field }) => [field, side]))
  return (
    <Dialog open fullScreen onClose={onReturn} aria-labelledby="conflict-title" className="conflict">
      <header className="page-head">
        <div>
          <h1 id="conflict-title">Quelqu’un a enregistré avant vous</h1>
          <p className="lead">
            {who} a enregistré {sayMoment(author.at, new Date())}, pendant que vous écriviez. Rien n’est perdu&nbsp;:
            votre texte et le sien sont là. {sentenceFor(shared.length, settled.length)}
          </p>
        </div>
        <div className="actions">
          <Button disabled={saving} onClick={() => onKeep(merge(versions.theirs, conflicts, allOf('mine')))}>
            Garder ma version
          </Button>
          <Button disabled={saving} onClick={onTakeTheirs}>
            Prendre la leur
          </Button>
        </div>
      </header>
      {shared.length > 0 && (
        <p className="diff-key">
          <ins>mot ajouté</ins> <del>mot retiré</del>{' '}
          <span className="quiet">par rapport à la version dont vous êtes partis tous les deux</span>
        </p>
      )}
      {shared.map((conflict) => (
        <FieldDuel
          key={conflict.field}
          conflict={conflict}
          field={fieldOf(fields, conflict)}
          who={who}
          side={picks[conflict.field] ?? suggestedSide(conflict)}
          onPick={(side) => setPicks({ ...picks, [conflict.field]: side })}
        />
      ))}
      {settled.length > 0 && <Settled conflicts={settled} who={who} />}
      <footer className="form-foot">
        <p className="quiet">Une version qui cède la place reste de côté sur cet ordinateur.</p>
        <div className="actions">
          <Button variant="text" onClick={onReturn}>
            Revenir à mon texte
          </Button>
          <Button
            variant="contained"
            disabled={saving}
            onClick={() => onKeep(merge(versions.theirs, conflicts, picks))}
          >
            {saving ? 'Enregistrement…' : 'Enregistrer la version réunie'}
          </Button>
        </div>
      </footer>
    </Dialog>
  )
}

const fieldOf = (fields: readonly ComparedField[], { field }: FieldConflict): ComparedField =>
  fields.find(({ source }) => source === field) ?? { source: field, as: 'words' }

function sentenceFor(shared: number, settled: number): string {
  if (shared === 0 && settled === 0) return 'Vos deux versions disent la même chose.'
  if (shared === 0) return 'Vous n’avez pas touché aux mêmes champs\u00a0: tout peut être réuni.'
  const count = shared === 1 ? 'un champ est à choisir' : `${shared} champs sont à choisir`
  return settled === 0 ? `Reste à décider\u00a0: ${count}.` : `Ce qui ne se croise pas est déjà réuni\u00a0; ${count}.`
}

const Settled = ({ conflicts, who }: { conflicts: readonly FieldConflict[]; who: string }) => {
  const label = useTranslateLabel()
  const resource = useResourceContext()
  return (
    <section className="duel">
      <h2>Déjà réuni, sans rien vous demander</h2>
      <ul className="plain-list">
        {conflicts.map(({ field, is }) => (
          <li key={field}>
            <strong>{label({ source: field, ...(resource ? { resource } : {}) })}</strong>
            <span className="quiet">
              {is === 'mine-only' ? '\u00a0: votre changement' : `\u00a0: le changement de ${who}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
