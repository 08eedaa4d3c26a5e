import type { RichText } from '@pmq/rich-text'

/** `to-fix`: a reader or the site suffers from it. `better`: it would be better otherwise. `fine`: nothing to do. */
export type Severity = 'to-fix' | 'better' | 'fine'
/** The field of the form beside which the advice is shown. */
export type AdvisedField = 'title' | 'summary' | 'slug' | 'body'

/**
 * What help says of one thing. `id` is stable (`title.length`), at most one advice has it; `text` says in French what is, with
 * figures; `hint` says what to do, and is empty when nothing remains to do.
 */
export type Advice = { id: string; severity: Severity; field: AdvisedField; text: string; hint: string }

/** What is advised on: the fields of an article as they are being typed, valid or not yet. */
export type AdvisedArticle = { title: string; summary: string; slug: string; body: RichText }

/** Builds the three kinds of advice of one rule. */
export function adviceOf(id: string, field: AdvisedField) {
  const advice = (severity: Severity) => (text: string, hint: string) => [{ id, severity, field, text, hint }]
  return {
    toFix: advice('to-fix'),
    better: advice('better'),
    fine: (text: string): Advice[] => [{ id, severity: 'fine', field, text, hint: '' }],
  }
}

/** `«\u202fLes premiers mots…\u202f»`: enough of a passage to find it again in the text. */
export function quoted(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const start = line.slice(0, most + 1).replace(/\s+\S*$/, '')
  return `«\u202f${line.length <= most ? line : `${start.length > most ? line.slice(0, most) : start}…`}\u202f»`
}
