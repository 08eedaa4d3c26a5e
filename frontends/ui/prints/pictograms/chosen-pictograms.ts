import type { PictogramName } from './pictograms.ts'

/** By the number of a chantier, as the territorial project counts them. */
export const chantierPictograms: Readonly<Record<number, PictogramName>> = {
  1: 'europe',
  2: 'contracts',
  3: 'scot',
  4: 'observatory',
  5: 'communication',
  6: 'renovation',
  7: 'opah',
  8: 'energy',
  9: 'outdoors',
  10: 'tourism',
  11: 'food',
  12: 'art-history',
  13: 'employment',
  14: 'inventory',
  15: 'artists',
}

/** By the theme of a content. */
export const themePictograms: Readonly<Record<string, PictogramName>> = {
  governance: 'governance',
  planning: 'scot',
  housing: 'housing',
  energy: 'energy',
  mobility: 'mobility',
  health: 'health',
  food: 'food',
  heritage: 'heritage',
  culture: 'culture',
  tourism: 'tourism',
  outdoors: 'outdoors',
  nature: 'nature',
  work: 'employment',
  funding: 'funding',
  news: 'news',
  legal: 'legal',
}
