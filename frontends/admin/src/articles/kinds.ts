import type { ArticleInput } from '@pmq/contracts/content'

export const kinds: { id: ArticleInput['kind']; name: string }[] = [
  { id: 'article', name: 'Article daté' },
  { id: 'page', name: 'Page' },
]
