import { LinkBase, useCreatePath } from 'react-admin'
import { useDrafts } from '../drafts/index.ts'
import { sayMoment } from '../moments/index.ts'

const kinds: Record<string, string> = {
  articles: 'article',
  sections: 'rubrique',
  chantiers: 'chantier',
  communes: 'commune',
}

/** Texts begun on this computer that the server does not have. */
export const UnsavedTexts = () => {
  const drafts = useDrafts().all()
  const createPath = useCreatePath()
  const now = new Date()
  if (drafts.length === 0) return null
  return (
    <section className="note water">
      <h2>Des textes attendent d’être enregistrés</h2>
      <p className="small">Ils ne sont que sur cet ordinateur.</p>
      <ul className="plain-list">
        {drafts.map(({ resource, id, title, savedAt }) => (
          <li key={`${resource}/${id}/${savedAt}`}>
            <LinkBase
              to={
                id === 'create' ? createPath({ resource, type: 'create' }) : createPath({ resource, type: 'edit', id })
              }
            >
              {title || 'Sans titre'}
            </LinkBase>{' '}
            <small className="quiet">
              {kinds[resource] ?? resource}, {sayMoment(savedAt, now)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
