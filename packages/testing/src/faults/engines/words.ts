import assert from 'node:assert/strict'

/** What people are told when an engine is away, word for word; docs/resilience.md quotes all of it. */
export const words = {
  page: 'Le contenu de cette page ne répond pas pour le moment. Rien n’est perdu : rechargez la page dans une minute.',
  search: 'La recherche ne répond pas pour le moment',
  withoutSearch:
    'Toutes les pages se lisent comme d’habitude. Réessayez dans une minute, ou passez par le plan du site.',
  api: 'Le service est momentanément indisponible. Réessayez dans un instant.',
  signIn:
    'Le service de connexion ne répond pas. Les pages publiques restent accessibles ; réessayez de vous connecter dans un instant.',
  renewal:
    'Le service de connexion ne répond pas. Vous n’êtes pas déconnecté : gardez cette page ouverte et réessayez dans un instant.',
  starting: 'Le service démarre. Réessayez dans un instant.',
} as const

const entities: Record<string, string> = { '&nbsp;': ' ', '&#39;': "'", '&quot;': '"', '&amp;': '&' }

/** The text of a page or of a file: without markup, all kinds of spaces alike. */
export const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:nbsp|#39|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')

export function assertSays(markup: string, said: string): void {
  assert.ok(textOf(markup).includes(said), `It does not say “${said}” but: ${textOf(markup).slice(0, 600)}`)
}
