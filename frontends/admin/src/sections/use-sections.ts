import type { SectionView } from '@pmq/contracts/content'
import { useGetList } from 'react-admin'

/** All sections of a site (of all sites without one), shared by every screen that names or chooses a section. */
export function useSections(site?: string): SectionView[] {
  const filter = site ? { site } : {}
  const pagination = { page: 1, perPage: 5_000 }
  const { data } = useGetList<SectionView>('sections', { filter, pagination }, { staleTime: 30_000 })
  return data ?? []
}
