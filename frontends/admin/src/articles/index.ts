import { ArticleCreate } from './article-create.tsx'
import { ArticleEdit } from './article-edit.tsx'
import { ArticleList } from './article-list.tsx'
import { ArticleShow } from './article-show.tsx'

export const articleResource = {
  name: 'articles',
  list: ArticleList,
  create: ArticleCreate,
  edit: ArticleEdit,
  show: ArticleShow,
  recordRepresentation: 'title',
}
export { StateMark } from './state-mark.tsx'
export { useStateCounts } from './state-tabs.tsx'
export { WriteArticleButton } from './write-article-button.tsx'
