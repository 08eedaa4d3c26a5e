import type { ArticleState } from '@pmq/contracts/content'

export type PublicationAction =
  | 'publish'
  | 'schedule'
  | 'reschedule'
  | 'date-withdrawal'
  | 'cancel-schedule'
  | 'withdraw'
  | 'archive'
  | 'restore'
  | 'delete'

/** What may be done with an article in each state; the service has the last word. Only a draft can be deleted. */
export const actionsIn: Record<ArticleState, readonly PublicationAction[]> = {
  draft: ['publish', 'schedule', 'delete'],
  scheduled: ['publish', 'reschedule', 'cancel-schedule'],
  published: ['date-withdrawal', 'archive', 'withdraw'],
  archived: ['restore', 'withdraw'],
}

export const isPublic = (state: ArticleState): boolean => state === 'published' || state === 'archived'

/** An archived article is restored before it is edited (ED-10). */
export const isEditable = (state: ArticleState): boolean => state !== 'archived'

/**
 * Why these dates cannot be: a sentence for the user, or `undefined` when they can.
 * @param at when it is to be published; `undefined` when it is public already
 */
export function datesProblem({
  at,
  withdrawAt,
  now,
}: {
  at?: string | undefined
  withdrawAt?: string | undefined
  now: Date
}) {
  if (at !== undefined && Date.parse(at) <= now.getTime())
    return {
      field: 'at' as const,
      message: 'Cette heure est passée. Choisissez une heure à venir, ou publiez tout de suite.',
    }
  const start = Math.max(now.getTime(), at === undefined ? 0 : Date.parse(at))
  if (withdrawAt !== undefined && Date.parse(withdrawAt) <= start)
    return { field: 'withdrawAt' as const, message: 'La date de retrait doit venir après la date de parution.' }
  return undefined
}
