import type { AxisView } from '@pmq/contracts/content'
import { useGetList } from 'react-admin'

/** The three axes of the territorial project, with their orientations. */
export function useAxes(): AxisView[] {
  const { data } = useGetList<AxisView>('axes', { pagination: { page: 1, perPage: 100 } }, { staleTime: 600_000 })
  return data ?? []
}
