import { Button } from '@mui/material'
import { useGetList } from 'react-admin'
import { ListError } from '../layout/list-page.tsx'
import { sayMomentShort } from '../moments/index.ts'

type Engine = {
  id: string
  name: string
  kind: 'embedded' | 'external'
  state: 'up' | 'down'
  detail?: string
  checkedAt: string
}

const names: Record<string, string> = {
  documents: 'Documents',
  events: 'Événements',
  search: 'Recherche',
  objects: 'Fichiers',
  identity: 'Comptes',
  mail: 'Courrier',
}

const every = 15_000

export const EngineList = () => {
  const { data, error, refetch, isFetching } = useGetList<Engine>(
    'engines',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' } },
    { refetchInterval: every, retry: false },
  )
  const now = new Date()
  return (
    <section className="box">
      <h2>
        Moteurs{' '}
        <Button variant="text" disabled={isFetching} onClick={() => void refetch()}>
          Vérifier maintenant
        </Button>
      </h2>
      {error && <ListError message={error.message} retry={() => void refetch()} />}
      <ul className="plain-list engines" aria-live="polite">
        {data?.map(({ name, kind, state, detail, checkedAt }) => (
          <li key={name}>
            <strong>{names[name] ?? name}</strong>
            <span className={`state ${state === 'up' ? 'published' : 'failed'}`}>
              {state === 'up' ? 'Répond' : 'Ne répond pas'}
            </span>
            <span className="quiet">{kind === 'embedded' ? 'embarqué' : 'externe'}</span>
            <span className="quiet small">{sayMomentShort(checkedAt, now)}</span>
            {detail && <code>{detail}</code>}
          </li>
        ))}
      </ul>
    </section>
  )
}
