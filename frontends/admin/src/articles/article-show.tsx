import type { ArticleView } from '@pmq/contracts/content'
import { LinkBase } from 'react-admin'
import { PageHead, StoredRecord } from '../layout/index.ts'
import { sayMoment } from '../moments/index.ts'
import { RichTextView } from '../rich-text/index.ts'
import { PublicLink, useSiteName } from '../sites/index.ts'
import { isPublic } from './publication.ts'
import { StateMark } from './state-mark.tsx'

/** For those who read here without writing. */
export const ArticleShow = () => (
  <StoredRecord resource="articles" action="show" title="Article">
    {(record) => <Article article={record as ArticleView} />}
  </StoredRecord>
)

const Article = ({ article }: { article: ArticleView }) => {
  const siteName = useSiteName()
  const { title, summary, state, site, path, body, updatedAt, updatedBy } = article
  return (
    <>
      <PageHead
        title={title}
        trail={<LinkBase to="/articles">Articles</LinkBase>}
        lead={summary}
        actions={
          <>
            <StateMark state={state} />
            {isPublic(state) && <PublicLink site={site} path={path} />}
          </>
        }
      />
      <p className="quiet facts-line">
        {siteName(site)}, {path}. Modifié {sayMoment(updatedAt, new Date())}
        {updatedBy && `, par ${updatedBy}`}.
      </p>
      <RichTextView value={body} />
    </>
  )
}
