import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { ListBase, Pagination, type SortPayload, useListContext } from 'react-admin'
import { EmptyState } from './empty-state.tsx'
import { PageHead } from './page-head.tsx'

type Props = {
  resource: string
  title: string
  lead?: ReactNode
  actions?: ReactNode
  filters?: ReactNode
  sort: SortPayload
  perPage?: number
  /** Shown when there is nothing at all, with no filter. */
  empty?: ReactNode
  children: ReactNode
}

/** A list as react-admin makes it, on the page itself instead of in a card. */
export const ListPage = ({ resource, title, lead, actions, filters, sort, perPage = 25, empty, children }: Props) => (
  <ListBase resource={resource} sort={sort} perPage={perPage} exporter={false} queryOptions={{ retry: false }}>
    <PageHead title={title} lead={lead} actions={actions} />
    {filters}
    <ListBody empty={empty}>{children}</ListBody>
  </ListBase>
)

const ListBody = ({ empty, children }: { empty: ReactNode; children: ReactNode }) => {
  const { data, total, error, isPending, filterValues, setFilters, refetch } = useListContext()
  if (error) return <ListError message={error.message} retry={() => void refetch()} />
  if (isPending && !data)
    return (
      <p className="quiet" role="status">
        Chargement…
      </p>
    )
  if (total === 0 && Object.keys(filterValues).length === 0)
    return empty ?? <EmptyState print="empty" title="Rien ici pour le moment" />
  if (total === 0)
    return (
      <EmptyState print="notFound" title="Rien ne correspond à ces filtres">
        <p className="actions">
          <Button onClick={() => setFilters({})}>Effacer les filtres</Button>
        </p>
      </EmptyState>
    )
  return (
    <>
      {children}
      <Pagination rowsPerPageOptions={[25, 50, 100]} />
    </>
  )
}

export const ListError = ({ message, retry }: { message: string; retry: () => void }) => (
  <div className="note wrong" role="alert">
    <p>{message}</p>
    <p>
      <Button variant="text" onClick={retry}>
        Réessayer
      </Button>
    </p>
  </div>
)
