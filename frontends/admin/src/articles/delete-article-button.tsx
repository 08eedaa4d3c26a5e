import type { ArticleView } from '@pmq/contracts/content'
import { useDelete, useNotify, useRecordContext, useRedirect } from 'react-admin'
import { useDrafts } from '../drafts/index.ts'
import { ConfirmButton } from '../layout/index.ts'

export const DeleteArticleButton = () => {
  const article = useRecordContext<ArticleView>()
  const drafts = useDrafts()
  const notify = useNotify()
  const redirect = useRedirect()
  const [remove, { isPending }] = useDelete()
  if (!article) return null
  const { id, title } = article
  return (
    <ConfirmButton
      variant="text"
      color="error"
      disabled={isPending}
      question={`Supprimer «\u202f${title}\u202f»\u202f?`}
      consequence="Le brouillon est supprimé pour de bon, avec son texte. Cela ne se défait pas."
      verb="Supprimer"
      onConfirm={() =>
        remove(
          'articles',
          { id, previousData: article },
          {
            onSuccess() {
              drafts.drop({ resource: 'articles', id })
              notify('Le brouillon est supprimé.', { type: 'info' })
              redirect('list', 'articles')
            },
            onError: (error) => notify(error instanceof Error ? error.message : '', { type: 'error' }),
          },
        )
      }
    >
      Supprimer
    </ConfirmButton>
  )
}
