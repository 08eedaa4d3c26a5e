import type { ComparedField } from '../conflicts/index.ts'
import { useSiteName } from '../sites/index.ts'
import { useSections } from './use-sections.ts'

export function useComparedFields(): readonly ComparedField[] {
  const siteName = useSiteName()
  const sections = useSections()
  const parentName = (value: unknown) => sections.find(({ id }) => id === value)?.title ?? 'Tout en haut'
  return [
    { source: 'title', as: 'words' },
    { source: 'slug', as: 'words' },
    { source: 'menuTitle', as: 'words' },
    { source: 'summary', as: 'words' },
    { source: 'site', as: 'choice', show: siteName },
    { source: 'parent', as: 'choice', show: parentName },
    { source: 'position', as: 'choice' },
    { source: 'shows', as: 'choice' },
    { source: 'inMenu', as: 'choice' },
    { source: 'inFooter', as: 'choice' },
  ]
}
