import { siteIds } from '@pmq/contracts/content'
import { useGetList } from 'react-admin'

type Site = { id: string; name: string }

/** The sites in their order, for choices; before they are read, their names are their ids. */
export function useSites(): Site[] {
  const { data } = useGetList<Site>('sites', undefined, { staleTime: 600_000 })
  return siteIds.map((id) => ({ id, name: data?.find((site) => site.id === id)?.name ?? id }))
}

export const useSiteName = () => {
  const sites = useSites()
  return (id: unknown): string => sites.find((site) => site.id === id)?.name ?? String(id ?? '')
}
