import { type ReactNode, useId } from 'react'
import { useResourceContext, useTranslateLabel } from 'react-admin'
import { RichTextView } from '../rich-text/rich-text-view.tsx'
import type { FieldConflict, Side } from './compare.ts'
import { asText, type ComparedField } from './compared-field.ts'
import { wordDiff } from './word-diff.ts'

type Props = {
  conflict: FieldConflict
  field: ComparedField
  who: string
  side: Side
  onPick: (side: Side) => void
}

/** One field, both versions side by side, and the choice between them. */
export const FieldDuel = ({ conflict, field, who, side, onPick }: Props) => {
  const label = useTranslateLabel()
  const resource = useResourceContext()
  const title = label({ source: conflict.field, ...(resource ? { resource } : {}) })
  const name = useId()
  const choice = (value: Side, text: string) => (
    <label className="pick">
      <input type="radio" name={name} checked={side === value} onChange={() => onPick(value)} /> {text}
    </label>
  )
  return (
    <section className="duel">
      <h2>{title}</h2>
      <div className="sides">
        <Version title="Vous" chosen={side === 'mine'}>
          <Value field={field} base={conflict.base} value={conflict.mine} />
        </Version>
        <Version title={who} chosen={side === 'theirs'}>
          <Value field={field} base={conflict.base} value={conflict.theirs} />
        </Version>
      </div>
      <fieldset>
        <legend className="unseen">{title}&nbsp;: quelle version garder</legend>
        {choice('mine', 'Garder la mienne')}
        {choice('theirs', 'Prendre la sienne')}
      </fieldset>
    </section>
  )
}

const Version = ({ title, chosen, children }: { title: string; chosen: boolean; children: ReactNode }) => (
  <div className={chosen ? 'version chosen' : 'version'}>
    <h3>{title}</h3>
    {children}
  </div>
)

const Value = ({ field, base, value }: { field: ComparedField; base: unknown; value: unknown }) => {
  if (field.as === 'rich') return <RichTextView value={value} against={base} />
  if (field.as === 'choice') return <p>{field.show ? field.show(value) : asText(value)}</p>
  return <WordDiff before={asText(base)} after={asText(value)} />
}

const WordDiff = ({ before, after }: { before: string; after: string }) => (
  <p className="words">
    {wordDiff(before, after).map(({ kind, text }, index) => {
      const key = `${index} ${kind}`
      if (kind === 'added') return <ins key={key}>{text}</ins>
      if (kind === 'removed') return <del key={key}>{text}</del>
      return <span key={key}>{text}</span>
    })}
    {after === '' && <em className="quiet">vide</em>}
  </p>
)
