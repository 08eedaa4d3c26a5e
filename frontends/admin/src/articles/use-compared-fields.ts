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
  return [
    { source: 'title', as: 'words' },
    { source: 'slug', as: 'words' },
    { source: 'summary', as: 'words' },
    { source: 'body', as: 'rich' },
    { source: 'site', as: 'choice', show: siteName },
    { source: 'section', as: 'choice', show: named(sections) },
    { source: 'kind', as: 'choice', show: named(kinds) },
    { source: 'position', as: 'choice' },
    { source: 'chantier', as: 'choice', show: named(chantiers) },
    { source: 'tags', as: 'words' },
    { source: 'author', as: 'words' },
  ]
}
