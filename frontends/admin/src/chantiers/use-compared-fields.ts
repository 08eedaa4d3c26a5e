import type { ComparedField } from '../conflicts/index.ts'
import { useAxes } from './use-axes.ts'

const words = ['means', 'calendar', 'partners', 'contacts', 'followUp', 'indicators']

export function useComparedFields(): readonly ComparedField[] {
  const axes = useAxes()
  const axisName = (value: unknown) => axes.find(({ id }) => id === value)?.title ?? String(value)
  const orientationName = (value: unknown) =>
    axes.flatMap(({ orientations }) => orientations).find(({ id }) => id === value)?.title ?? String(value)
  return [
    { source: 'title', as: 'words' },
    { source: 'slug', as: 'words' },
    { source: 'summary', as: 'words' },
    { source: 'ambition', as: 'words' },
    { source: 'objectives', as: 'words' },
    { source: 'description', as: 'rich' },
    ...words.map((source) => ({ source, as: 'words' as const })),
    { source: 'number', as: 'choice' },
    { source: 'axis', as: 'choice', show: axisName },
    { source: 'orientation', as: 'choice', show: orientationName },
  ]
}
