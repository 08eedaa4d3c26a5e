import type { ArticleView } from '@pmq/contracts/content'
import { DataTable, LinkBase, useCreatePath } from 'react-admin'
import { EmptyState, inRow, ListPage } from '../layout/index.ts'
import { sayMoment, sayMomentShort } from '../moments/index.ts'
import { useSections } from '../sections/index.ts'
import { useMay } from '../session/index.ts'
import { useSiteName } from '../sites/index.ts'
import { ArticleFilters } from './article-filters.tsx'
import { StateMark } from './state-mark.tsx'
import { StateTabs } from './state-tabs.tsx'
import { WriteArticleButton } from './write-article-button.tsx'

export const ArticleList = () => {
  const mayEdit = useMay('edit', 'articles')
  const open = mayEdit ? 'edit' : 'show'
  const siteName = useSiteName()
  const sections = useSections()
  const now = new Date()
  return (
    <ListPage
      resource="articles"
      title="Articles"
      lead="Pages et articles de tous les sites."
      sort={{ field: 'updatedAt', order: 'DESC' }}
      actions={<WriteArticleButton />}
      filters={
        <>
          <StateTabs />
          <ArticleFilters />
        </>
      }
      empty={
        <EmptyState print="empty" title="Aucun article pour le moment">
          <p>Écrivez le premier : il reste un brouillon tant que vous ne le publiez pas.</p>
        </EmptyState>
      }
    >
      <DataTable rowClick={open} bulkActionButtons={false}>
        <DataTable.Col<ArticleView>
          source="title"
          render={(article) => <TitleLink article={article} open={open} now={now} />}
        />
        <DataTable.Col<ArticleView> source="state" disableSort render={({ state }) => <StateMark state={state} />} />
        <DataTable.Col<ArticleView> source="site" disableSort render={({ site }) => siteName(site)} />
        <DataTable.Col<ArticleView>
          source="section"
          disableSort
          className="less"
          render={({ section }) => sections.find(({ id }) => id === section)?.title ?? ''}
        />
        <DataTable.Col<ArticleView> source="updatedBy" disableSort className="least" />
        <DataTable.Col<ArticleView>
          source="updatedAt"
          sortByOrder="DESC"
          render={({ updatedAt }) => <span className="nowrap">{sayMomentShort(updatedAt, now)}</span>}
        />
      </DataTable>
    </ListPage>
  )
}

const TitleLink = ({ article, open, now }: { article: ArticleView; open: 'edit' | 'show'; now: Date }) => {
  const createPath = useCreatePath()
  const { id, title, state, kind, publishedAt } = article
  const date = publishedAt && state === 'scheduled' ? `Paraît ${sayMoment(publishedAt, now)}` : undefined
  return (
    <span className="row-title">
      <LinkBase to={createPath({ resource: 'articles', type: open, id })} onClick={inRow}>
        {title}
      </LinkBase>
      <small>{[kind === 'page' ? 'Page' : undefined, date].filter(Boolean).join('. ')}</small>
    </span>
  )
}
