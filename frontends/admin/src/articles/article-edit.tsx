import { type ArticleView, articleInput } from '@pmq/contracts/content'
import { LinkBase, useRecordContext } from 'react-admin'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { PageHead, StoredRecord } from '../layout/index.ts'
import { RichTextView } from '../rich-text/index.ts'
import { PublicLink } from '../sites/index.ts'
import { ArticleFiling, ArticleText } from './article-inputs.tsx'
import { isEditable, isPublic } from './publication.ts'
import { PublicationPanel, PublishButton } from './publication-panel.tsx'
import { StateMark } from './state-mark.tsx'
import { useComparedFields } from './use-compared-fields.ts'

export const ArticleEdit = () => {
  const save = useSaveOver('articles')
  const fields = useComparedFields()
  return (
    <StoredRecord resource="articles" action="edit" title="Modifier l’article">
      {(record) => (
        <KeptForm
          key={record.id}
          resource="articles"
          schema={articleInput}
          record={record}
          save={save}
          fields={fields}
          head={<ArticleHead />}
        >
          <ArticleForm />
        </KeptForm>
      )}
    </StoredRecord>
  )
}

const ArticleHead = () => {
  const article = useRecordContext<ArticleView>()
  if (!article) return null
  const { state } = article
  return (
    <PageHead
      title={state === 'archived' ? 'Article archivé' : 'Modifier l’article'}
      trail={<LinkBase to="/articles">Articles</LinkBase>}
      actions={
        <>
          <StateMark state={state} />
          {isPublic(state) && <PublicLink site={article.site} path={article.path} />}
        </>
      }
    />
  )
}

const ArticleForm = () => {
  const article = useRecordContext<ArticleView>()
  if (!article) return null
  const { state } = article
  return (
    <>
      <div className="two-columns">
        <div className="column">
          {isEditable(state) ? <ArticleText isNew={false} /> : <ArchivedText article={article} />}
        </div>
        <div className="column side">
          <PublicationPanel />
          {isEditable(state) && <ArticleFiling isNew={false} />}
        </div>
      </div>
      {isEditable(state) && (
        <FormFoot
          saveLabel={state === 'published' ? 'Mettre à jour la page en ligne' : 'Enregistrer'}
          makesPublic={state === 'published'}
        >
          <PublishButton />
        </FormFoot>
      )}
    </>
  )
}

const ArchivedText = ({ article }: { article: ArticleView }) => (
  <>
    <p className="note">Un article archivé se lit et se trouve, mais ne se modifie pas. Restaurez-le d’abord.</p>
    <h2>{article.title}</h2>
    <p>{article.summary}</p>
    <RichTextView value={article.body} />
  </>
)
