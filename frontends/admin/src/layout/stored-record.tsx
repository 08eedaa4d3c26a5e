import type { ReactNode } from 'react'
import { Loading, type RaRecord, useGetOne, useParams } from 'react-admin'
import { ListError } from './list-page.tsx'
import { OnlyFor } from './only-for.tsx'
import { PageHead } from './page-head.tsx'

type Props = {
  resource: string
  action: 'edit' | 'show'
  /** Title of the page while there is nothing to show. */
  title: string
  children: (record: RaRecord) => ReactNode
}

/**
 * The record of the address, fresh from the server: a form never opens on a row left by a list, which may be old or lack the
 * text. Later readings in the background are passed on, and the form decides what to do with them.
 */
export const StoredRecord = ({ action, ...props }: Props) => (
  <OnlyFor resource={props.resource} action={action}>
    <Fresh {...props} />
  </OnlyFor>
)

const Fresh = ({ resource, title, children }: Omit<Props, 'action'>) => {
  const { id } = useParams()
  const { data, error, isFetchedAfterMount, refetch } = useGetOne<RaRecord>(
    resource,
    { id: id ?? '' },
    {
      retry: false,
      refetchOnMount: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  )
  if (data && isFetchedAfterMount) return children(data)
  if (error)
    return (
      <>
        <PageHead title={title} />
        <ListError message={error.message} retry={() => void refetch()} />
      </>
    )
  return <Loading />
}
