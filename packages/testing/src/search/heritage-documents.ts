import type { SearchDocument } from '@pmq/platform/search'

/** An index with a field of every type. */
export const heritageFields = {
  title: { type: 'text', boost: 3, suggest: true },
  body: { type: 'text' },
  communeName: { type: 'text', suggest: true },
  commune: { type: 'keyword' },
  themes: { type: 'keyword' },
  builtAt: { type: 'date' },
  height: { type: 'number' },
  place: { type: 'geo' },
  image: { type: 'stored' },
} as const

export type HeritageDocument = SearchDocument<typeof heritageFields>

const places = {
  Caussade: { lat: 44.1609, lon: 1.5376 },
  Nègrepelisse: { lat: 44.0744, lon: 1.5214 },
  'Saint-Antonin-Noble-Val': { lat: 44.1522, lon: 1.7571 },
  Montricoux: { lat: 44.0764, lon: 1.6197 },
  Caylus: { lat: 44.2353, lon: 1.7717 },
}

function aDocument(
  id: string,
  title: string,
  communeName: keyof typeof places,
  themes: string[],
  body: string,
  more: { builtAt?: string; height?: number } = {},
): HeritageDocument {
  const fields = { title, body, communeName, commune: communeName, themes, place: places[communeName], ...more }
  return { id, version: 1, fields: { ...fields, image: `/images/${id}.avif` } }
}

/** Invented sheets of real kinds of heritage, to search in. */
export const heritageDocuments: HeritageDocument[] = [
  aDocument(
    'chateau',
    'Château de Montricoux',
    'Montricoux',
    ['civil', 'militaire'],
    'Le donjon et ses tours fortifiées dominent la rivière. Il abrite un musée de peinture.',
    { builtAt: '1277-05-02', height: 28 },
  ),
  aDocument(
    'eglise',
    'Église Saint-Pierre',
    'Nègrepelisse',
    ['religieux'],
    'L’édifice conserve des vitraux du XIXe siècle et un chœur peint. Les travaux de restauration sont achevés.',
    { builtAt: '1450-01-01', height: 40 },
  ),
  aDocument(
    'abbaye',
    'Abbaye de Beaulieu',
    'Saint-Antonin-Noble-Val',
    ['religieux'],
    'Une abbaye cistercienne au bord du causse, ouverte au public, avec son dortoir et ses celliers médiévaux.',
    { builtAt: '1144-01-01', height: 21.5 },
  ),
  aDocument(
    'moulin',
    'Moulin de la Lère',
    'Caussade',
    ['industriel', 'hydraulique'],
    'Ce moulin à eau servait à moudre le grain, puis à presser l’huile de noix. Patrimoine rural remarquable.',
    { builtAt: '1750-06-15', height: 9 },
  ),
  aDocument(
    'halle',
    'Halle aux grains',
    'Caylus',
    ['civil', 'commercial'],
    'Sous la halle, les mesures à grains sont creusées dans la pierre : le marché s’y tient toujours.',
    { builtAt: '1350-03-20' },
  ),
  aDocument(
    'chapeau',
    'Fabriques de chapeaux de paille',
    'Caussade',
    ['industriel'],
    'La chapellerie a fait vivre toute la ville. Les ateliers se visitent l’été.',
    { builtAt: '1890-01-01', height: 12 },
  ),
]
