import { type RichText, richText, toHtml } from '@pmq/rich-text'
import { diffOf } from '../conflicts/word-diff.ts'
import './rich-text.css'

type Props = {
  value: unknown
  /** The text it came from: paragraphs that are new or gone are marked. */
  against?: unknown
}

/** A rich text as it is read. */
export const RichTextView = ({ value, against }: Props) => {
  const doc = parsed(value)
  if (!doc) return <p className="quiet">Ce texte ne peut pas être montré.</p>
  const before = against === undefined ? doc : (parsed(against) ?? doc)
  const runs = diffOf(before.content, doc.content, (block) => JSON.stringify(block))
  return (
    <div className="prose">
      {runs.map(({ kind, items }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comparison have no other identity
          key={index}
          className={kind === 'kept' ? undefined : `block-${kind}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: toHtml escapes everything and knows no attribute from outside
          dangerouslySetInnerHTML={{ __html: toHtml({ type: 'doc', content: items }) }}
        />
      ))}
    </div>
  )
}

function parsed(value: unknown): RichText | undefined {
  const result = richText.safeParse(value)
  return result.success ? result.data : undefined
}
