import type { AxisView, ChantierView } from '@pmq/contracts/content'
import { fromMarkdown } from '@pmq/rich-text'

export const fixtureAxes: AxisView[] = [
  {
    id: 'equitable',
    title: 'Équitable',
    summary: 'Se connaître, décider ensemble, partager les moyens.',
    orientations: [
      { id: 'promouvoir', title: 'Faire connaître le territoire et le faire aimer de ses habitants' },
      { id: 'coordonner', title: 'Mettre en cohérence les politiques publiques' },
    ],
  },
  {
    id: 'viable',
    title: 'Viable',
    summary: 'Une économie d’ici et une énergie d’ici.',
    orientations: [
      { id: 'economie', title: 'Relocaliser une économie diversifiée' },
      { id: 'transition', title: 'Faire de la transition un moteur de développement' },
    ],
  },
  {
    id: 'vivable',
    title: 'Vivable',
    summary: 'Un travail, un logement, une culture pour tous.',
    orientations: [
      { id: 'services', title: 'Équilibrer l’offre de services' },
      { id: 'patrimoine', title: 'Valoriser le patrimoine et la culture' },
    ],
  },
]

const titles: [orientation: string, title: string][] = [
  ['promouvoir', 'Communication et animation numérique'],
  ['promouvoir', 'Observatoire du territoire'],
  ['coordonner', 'Programme européen LEADER'],
  ['coordonner', 'Contrats avec l’État, la Région et le Département'],
  ['coordonner', 'Schéma de cohérence territoriale'],
  ['economie', 'Pôle de pleine nature des gorges de l’Aveyron'],
  ['economie', 'Organisation du tourisme'],
  ['economie', 'Projet alimentaire de territoire'],
  ['transition', 'J’écoRénov’, la rénovation des logements'],
  ['transition', 'Amélioration de l’habitat'],
  ['transition', 'Énergie positive et plan climat'],
  ['services', 'Insertion et emploi'],
  ['services', 'Mobilité et contrat local de santé'],
  ['patrimoine', 'Pays d’art et d’histoire'],
  ['patrimoine', 'Inventaire du patrimoine'],
]

const slugOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const fixtureChantiers: ChantierView[] = titles.map(([orientation, title], index) => {
  const axis = fixtureAxes.find(({ orientations }) => orientations.some(({ id }) => id === orientation))
  const slug = slugOf(title)
  return {
    id: `chantier-${index + 1}`,
    version: 1,
    number: index + 1,
    axis: axis?.id ?? 'viable',
    orientation,
    title,
    slug,
    path: `/chantiers/${slug}`,
    summary: 'Ce que le Pays engage, avec qui, et pour quand.',
    ambition: 'Réduire d’un tiers les consommations des bâtiments publics et produire ici l’énergie d’ici.',
    objectives: [
      'Accompagner chaque commune',
      'Rénover les bâtiments qui consomment le plus',
      'Équiper les toits publics',
    ],
    description: fromMarkdown(
      'Un conseiller suit les communes adhérentes.\n\n## Les étapes\n\nBilan, choix des travaux, financement, suivi des factures.',
    ),
    means: 'Un poste de conseiller en énergie partagé.\nUne enveloppe d’investissement.',
    calendar: '2015–2020',
    contacts: 'La mission Énergie du Pays',
    partners: 'ADEME, Région Occitanie, communes',
    followUp: 'Un bilan est présenté chaque année à la conférence des maires.',
    indicators: [
      { label: 'Bâtiments publics rénovés', value: '45', unit: 'bâtiments', year: 2017 },
      { label: 'Communes suivies' },
    ],
    updatedAt: '2018-02-15T08:00:00Z',
  }
})
