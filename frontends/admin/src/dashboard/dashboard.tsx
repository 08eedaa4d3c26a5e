import type { ArticleState, ArticleView } from '@pmq/contracts/content'
import { LinkBase, useCreatePath, useGetList } from 'react-admin'
import { StateMark, useStateCounts, WriteArticleButton } from '../articles/index.ts'
import { EmptyState, PageHead } from '../layout/index.ts'
import { sayMomentShort } from '../moments/index.ts'
import { roleNames, useMay, useMe } from '../session/index.ts'
import { UnsavedTexts } from './unsaved-texts.tsx'
import './dashboard.css'

/** « Ce qui m’attend »: what an occasional writer needs to take up his work again. Every figure is counted. */
export const Dashboard = () => {
  const me = useMe()
  const { draft, scheduled } = useStateCounts()
  return (
    <>
      <PageHead
        title="Ce qui m’attend"
        lead={`Bonjour ${me.name}. Votre rôle\u00a0: ${roleNames(me.roles)}.`}
        actions={<WriteArticleButton />}
      />
      <UnsavedTexts />
      <div className="dash">
        <div>
          {draft === 0 && scheduled === 0 && (
            <EmptyState print="strawHat" title="Tout est fait">
              <p>Aucun brouillon à finir, aucun article programmé.</p>
            </EmptyState>
          )}
          <Waiting
            state="draft"
            titles={['brouillon à finir', 'brouillons à finir']}
            lead="Personne d’autre que l’équipe ne les voit."
          />
          <Waiting
            state="scheduled"
            titles={['article programmé', 'articles programmés']}
            lead="Ils paraîtront seuls, à l’heure dite."
          />
        </div>
        <aside>
          <LastEdits />
          <Counts />
        </aside>
      </div>
    </>
  )
}

type WaitingProps = { state: ArticleState; titles: [one: string, many: string]; lead: string }

const Waiting = ({ state, titles, lead }: WaitingProps) => {
  const { data, total, error } = useGetList<ArticleView>(
    'articles',
    {
      filter: { state },
      pagination: { page: 1, perPage: 5 },
      sort: state === 'scheduled' ? { field: 'publishedAt', order: 'ASC' } : { field: 'updatedAt', order: 'DESC' },
    },
    { retry: false },
  )
  const now = new Date()
  if (error) return <p className="note wrong">{error.message}</p>
  if (total === undefined) return <p className="waiting-nothing quiet">Chargement…</p>
  if (total === 0) return null
  return (
    <section className="waiting">
      <p className="count" aria-hidden="true">
        {total}
      </p>
      <div>
        <h2>
          <span className="unseen">{total} </span>
          {titles[total > 1 ? 1 : 0]}
        </h2>
        <p className="quiet small">{lead}</p>
      </div>
      <LinkBase className="all" to={listAddress({ state })}>
        Tout voir<span className="unseen">&nbsp;: {titles[1]}</span>
      </LinkBase>
      <ul className="plain-list">
        {data?.map((article) => (
          <li key={article.id}>
            <ArticleLink article={article} />
            <small>
              {sayMomentShort(state === 'scheduled' ? (article.publishedAt ?? '') : article.updatedAt, now)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const LastEdits = () => {
  const { data } = useGetList<ArticleView>(
    'articles',
    { pagination: { page: 1, perPage: 6 }, sort: { field: 'updatedAt', order: 'DESC' } },
    { retry: false },
  )
  const now = new Date()
  if (!data || data.length === 0) return null
  return (
    <section className="box">
      <h2>Derniers changements</h2>
      <ul className="plain-list edits">
        {data.map((article) => (
          <li key={article.id}>
            <ArticleLink article={article} />
            <small>
              {sayMomentShort(article.updatedAt, now)}
              {article.updatedBy && `, par ${article.updatedBy}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Counts = () => {
  const counts = useStateCounts()
  return (
    <section className="box">
      <h2>Tous les articles</h2>
      <ul className="plain-list counts">
        {(Object.keys(counts) as ArticleState[]).map((state) => (
          <li key={state}>
            <LinkBase to={listAddress({ state })}>
              <StateMark state={state} />
            </LinkBase>
            <b>{counts[state] ?? '…'}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

const ArticleLink = ({ article: { id, title } }: { article: ArticleView }) => {
  const createPath = useCreatePath()
  const mayEdit = useMay('edit', 'articles')
  return <LinkBase to={createPath({ resource: 'articles', type: mayEdit ? 'edit' : 'show', id })}>{title}</LinkBase>
}

const listAddress = (filter: Record<string, unknown>) =>
  `/articles?filter=${encodeURIComponent(JSON.stringify(filter))}&page=1`
