import { Button } from '@mui/material'
import type { ArticleView } from '@pmq/contracts/content'
import { type ReactNode, useState } from 'react'
import { useRecordContext } from 'react-admin'
import { ConfirmButton } from '../layout/index.ts'
import { sayMoment } from '../moments/index.ts'
import { DeleteArticleButton } from './delete-article-button.tsx'
import { actionsIn, type PublicationAction } from './publication.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { StateMark } from './state-mark.tsx'
import { useArticleCommand } from './use-article-command.ts'

/** « Parution »: the state of an article, its dates, and what may be done with it. */
export const PublicationPanel = () => {
  const article = useRecordContext<ArticleView>()
  const { run, running } = useArticleCommand()
  const [dating, setDating] = useState(false)
  if (!article) return null
  const { state, withdrawAt } = article

  const buttons: Partial<Record<PublicationAction, ReactNode>> = {
    schedule: <Button onClick={() => setDating(true)}>Programmer…</Button>,
    reschedule: <Button onClick={() => setDating(true)}>Changer la date…</Button>,
    'date-withdrawal': (
      <Button onClick={() => setDating(true)}>{withdrawAt ? 'Changer le retrait…' : 'Programmer le retrait…'}</Button>
    ),
    'cancel-schedule': (
      <Button disabled={running} onClick={() => run({ is: 'withdraw' }, 'L’article est de nouveau un brouillon.')}>
        Ne plus programmer
      </Button>
    ),
    withdraw: (
      <ConfirmButton
        disabled={running}
        color="error"
        question={'Retirer cet article du site\u202f?'}
        consequence="Sa page disparaît du site et de la recherche dans les secondes qui suivent. Le texte reste ici, en brouillon."
        verb="Retirer du site"
        onConfirm={() => run({ is: 'withdraw' }, 'L’article n’est plus en ligne.')}
      >
        Retirer du site
      </ConfirmButton>
    ),
    archive: (
      <ConfirmButton
        disabled={running}
        question={'Archiver cet article\u202f?'}
        consequence={
          'Il sort des actualités. Sa page et la recherche le montrent encore, avec la mention «\u202farchivé\u202f».'
        }
        verb="Archiver"
        onConfirm={() => run({ is: 'archive' }, 'L’article est archivé.')}
      >
        Archiver
      </ConfirmButton>
    ),
    restore: (
      <Button
        variant="contained"
        disabled={running}
        onClick={() => run({ is: 'restore' }, 'L’article est de nouveau publié, à sa date.')}
      >
        Restaurer
      </Button>
    ),
    delete: <DeleteArticleButton />,
  }
  return (
    <section className="box">
      <h2>Parution</h2>
      <p>
        <StateMark state={state} />
      </p>
      <Dates article={article} />
      <div className="actions">
        {actionsIn[state].map((action) => (
          <span key={action} hidden={!buttons[action]}>
            {buttons[action]}
          </span>
        ))}
      </div>
      {dating && (
        <ScheduleDialog
          article={article}
          onClose={() => setDating(false)}
          onDate={(at, withdraw) =>
            run(
              { is: 'publish', at, withdrawAt: withdraw },
              at ? 'L’article paraîtra seul, à l’heure dite.' : 'La date de retrait est notée.',
            )
          }
        />
      )}
    </section>
  )
}

/** The one button that makes a draft public. */
export const PublishButton = () => {
  const article = useRecordContext<ArticleView>()
  const { run, running } = useArticleCommand()
  if (!article || !actionsIn[article.state].includes('publish')) return null
  return (
    <ConfirmButton
      variant="contained"
      color="secondary"
      disabled={running}
      question={'Publier maintenant\u202f?'}
      consequence="L’article est enregistré, puis visible de tous sur le site dans les secondes qui suivent."
      verb="Publier"
      onConfirm={() => run({ is: 'publish', at: null, withdrawAt: article.withdrawAt }, 'L’article est en ligne.')}
    >
      Publier
    </ConfirmButton>
  )
}

const Dates = ({ article: { state, publishedAt, withdrawAt, createdAt } }: { article: ArticleView }) => {
  const now = new Date()
  const lines = [
    publishedAt && state === 'scheduled' && `Paraîtra ${sayMoment(publishedAt, now)}.`,
    publishedAt && state !== 'scheduled' && `Paru ${sayMoment(publishedAt, now)}.`,
    withdrawAt && `Sera retiré ${sayMoment(withdrawAt, now)}.`,
    `Créé ${sayMoment(createdAt, now)}.`,
  ].filter((line) => typeof line === 'string')
  return (
    <ul className="plain-list quiet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
