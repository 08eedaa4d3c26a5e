import { type ArticleState, articleStates } from '@pmq/contracts/content'
import { useGetList, useListContext } from 'react-admin'

const tabs: { state: ArticleState | undefined; name: string }[] = [
  { state: undefined, name: 'Tous' },
  { state: 'draft', name: 'Brouillons' },
  { state: 'scheduled', name: 'Programmés' },
  { state: 'published', name: 'Publiés' },
  { state: 'archived', name: 'Archivés' },
]

/** The states as views of the list, each with how many there are under the other filters. */
export const StateTabs = () => {
  const { filterValues, setFilters } = useListContext()
  const { state: chosen, ...others } = filterValues
  const counts = useStateCounts(others)
  const all = articleStates.reduce<number | undefined>((sum, state) => {
    const count = counts[state]
    return sum === undefined || count === undefined ? undefined : sum + count
  }, 0)
  return (
    <fieldset className="views" aria-label="État">
      {tabs.map(({ state, name }) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen === state}
          onClick={() => setFilters(state ? { ...others, state } : others)}
        >
          {name} <span>{(state ? counts[state] : all) ?? ''}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** How many articles are in each state; `undefined` while it is not known. */
export function useStateCounts(filter: Record<string, unknown> = {}): Record<ArticleState, number | undefined> {
  const draft = useCount({ ...filter, state: 'draft' })
  const scheduled = useCount({ ...filter, state: 'scheduled' })
  const published = useCount({ ...filter, state: 'published' })
  const archived = useCount({ ...filter, state: 'archived' })
  return { draft, scheduled, published, archived }
}

const useCount = (filter: Record<string, unknown>): number | undefined =>
  useGetList('articles', { filter, pagination: { page: 1, perPage: 1 } }, { retry: false }).total
