import { articleInput } from '@pmq/contracts/content'
import { useGetList } from 'react-admin'
import type { ComparedField } from '../conflicts/index.ts'
import { useSections } from '../sections/index.ts'
import { useSiteName } from '../sites/index.ts'
import { kinds } from './kinds.ts'

/** The fields of an article for the comparison of two versions, choices in words. */
export function useComparedFields(): readonly ComparedField[] {
  const sections = useSections()
  const siteName = useSiteName()
  const { data: chantiers } = useGetList('chantiers', { pagination: { page: 1, perPage: 1_000 } })
  const named = (list: readonly { id: unknown; title?: string; name?: string }[] | undefined) => (value: unknown) => {
    const found = list?.find(({ id }) => id === value)
    return found?.title ?? found?.name ?? String(value ?? 'aucun')
  }
  const special: Record<string, Omit<ComparedField, 'source'>> = {
    body: { as: 'rich' },
    site: { as: 'choice', show: siteName },
    section: { as: 'choice', show: named(sections) },
    kind: { as: 'choice', show: named(kinds) },
    position: { as: 'choice' },
    chantier: { as: 'choice', show: named(chantiers) },
  }
  // In the order of the contract: a new field is compared without a word here.
  return Object.keys(articleInput.shape).map((source) => ({ source, as: 'words', ...special[source] }))
}
