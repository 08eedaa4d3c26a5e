import { articleInput } from '@pmq/contracts/content'
import { emptyRichText } from '@pmq/rich-text'
import { LinkBase, useNotify, useRedirect } from 'react-admin'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { OnlyFor, PageHead } from '../layout/index.ts'
import { ArticleFiling, ArticleText } from './article-inputs.tsx'
import { useComparedFields } from './use-compared-fields.ts'

const blank = {
  site: 'portal',
  kind: 'article',
  body: emptyRichText,
  summary: '',
  tags: [],
  author: '',
  chantier: null,
  position: 0,
}

export const ArticleCreate = () => (
  <OnlyFor resource="articles" action="create">
    <NewArticle />
  </OnlyFor>
)

const NewArticle = () => {
  const save = useSaveOver('articles')
  const fields = useComparedFields()
  const notify = useNotify()
  const redirect = useRedirect()
  return (
    <KeptForm
      resource="articles"
      schema={articleInput}
      defaults={blank}
      save={save}
      fields={fields}
      head={<PageHead title="Écrire un article" trail={<LinkBase to="/articles">Articles</LinkBase>} />}
      onCreated={({ id }) => {
        notify('Brouillon enregistré. Personne d’autre que l’équipe ne le voit.', { type: 'success' })
        redirect('edit', 'articles', id)
      }}
    >
      <div className="two-columns">
        <div className="column">
          <ArticleText isNew />
        </div>
        <div className="column side">
          <ArticleFiling isNew />
        </div>
      </div>
      <FormFoot saveLabel="Enregistrer le brouillon" />
    </KeptForm>
  )
}
