import type { ArticleState } from '@pmq/contracts/content'

const stateNames: Record<ArticleState, string> = {
  draft: 'Brouillon',
  scheduled: 'Programmé',
  published: 'Publié',
  archived: 'Archivé',
}

/** How far the block is inked tells the state; the word is always there. */
export const StateMark = ({ state }: { state: ArticleState }) => (
  <span className={`state ${state}`}>{stateNames[state]}</span>
)
