import {
  type ArticleView,
  type AxisView,
  articleView,
  type ChantierView,
  type CommuneView,
  type EpciView,
  type SectionView,
  type SiteId,
  type SiteView,
} from '@pmq/contracts/content'
import type { RichText } from '@pmq/rich-text'

/** Made-up contents, enough of them to see every screen full. Nothing here is published anywhere. */
const day = 86_400_000
const start = Date.parse('2026-11-21T09:00:00Z')
const at = (days: number) => new Date(start + days * day).toISOString()

export const sites: SiteView[] = (
  [
    ['portal', 'Portail du Pays', 'green'],
    ['heritage', 'Patrimoine', 'red'],
    ['scic', 'Énergies citoyennes', 'yellow'],
    ['produits', 'Produits en Midi-Quercy', 'orange'],
  ] as const
).map(([id, name, accent]) => ({
  id,
  name,
  tagline: '',
  description: '',
  accent,
  home: { title: name, lead: '', keyFigures: [], partners: [] },
}))

const aSection = (
  site: SiteId,
  id: string,
  title: string,
  parent: SectionView | null,
  position: number,
): SectionView => ({
  id,
  version: 1,
  site,
  parent: parent?.id ?? null,
  slug: id,
  title,
  summary: `Ce qui concerne ${title.toLowerCase()}.`,
  position,
  shows: 'contents',
  inMenu: position < 50,
  inFooter: parent === null,
  path: `${parent?.path ?? ''}/${id}`,
  depth: parent ? parent.depth + 1 : 1,
  updatedAt: at(-30),
})

export function sectionsOf(): SectionView[] {
  const amenager = aSection('portal', 'amenager', 'Aménager', null, 10)
  const habitat = aSection('portal', 'habitat', 'Rénover son logement', amenager, 10)
  const nourrir = aSection('portal', 'nourrir', 'Nourrir', null, 20)
  return [
    amenager,
    habitat,
    aSection('portal', 'aides', 'Les aides à la rénovation', habitat, 10),
    aSection('portal', 'scot', 'Schéma de cohérence territoriale', amenager, 20),
    nourrir,
    aSection('portal', 'marches', 'Marchés', nourrir, 10),
    aSection('portal', 'cantines', 'Cantines', nourrir, 20),
    aSection('portal', 'participer', 'Participer', null, 30),
    aSection('portal', 'marches-publics', 'Marchés publics', null, 60),
    aSection('heritage', 'inventaire', 'Inventaire', null, 10),
    aSection('heritage', 'visites', 'Visites', null, 20),
    aSection('scic', 'projets', 'Projets', null, 10),
    aSection('produits', 'producteurs', 'Producteurs', null, 10),
  ]
}

export const aText = (...paragraphs: string[]): RichText => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

const fullText: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Un seul numéro, dix mois par an' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Le conseiller ' },
        { type: 'text', text: 'travaille pour les communes du Pays', marks: [{ type: 'bold' }] },
        { type: 'text', text: '. Il reçoit à Nègrepelisse, puis se déplace. ' },
        { type: 'text', text: 'Prendre rendez-vous', marks: [{ type: 'link', attrs: { href: '/amenager/habitat' } }] },
        { type: 'text', text: '.' },
      ],
    },
    {
      type: 'bulletList',
      content: ['Isolation du toit', 'Chauffage au bois', 'Salle de bains adaptée'].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Il a tout mesuré.' }] }] },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: ['Travaux', 'Aide'].map((text) => aCell('tableHeader', text)) },
        { type: 'tableRow', content: ['Toit', 'jusqu’à la moitié'].map((text) => aCell('tableCell', text)) },
      ],
    },
    { type: 'horizontalRule' },
    { type: 'paragraph', content: [{ type: 'text', text: 'Le service est public\u00a0: il ne vend rien.' }] },
  ],
}

function aCell(type: 'tableHeader' | 'tableCell', text: string) {
  return { type, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
}

export function anArticle(over: Partial<ArticleView> = {}): ArticleView {
  const { slug = 'renover-son-logement', section = 'habitat' } = over
  // Parsed, so that a new field of the contract has its default here too.
  return articleView.parse({
    id: slug,
    version: 3,
    site: 'portal',
    section,
    kind: 'article',
    title: 'Rénover son logement\u00a0: qui vous aide',
    slug,
    summary:
      'Isolation, chauffage, adaptation à l’âge\u00a0: un conseiller public visite votre maison et chiffre les travaux.',
    body: fullText,
    position: 0,
    tags: ['Habitat', 'Énergie'],
    author: 'Mission habitat',
    chantier: 'chantier-3',
    state: 'draft',
    path: `/amenager/${section}/${slug}`,
    publishedAt: null,
    withdrawAt: null,
    createdAt: at(-40),
    updatedAt: at(-1),
    updatedBy: 'Camille',
    ...over,
  })
}

const titles = [
  'Le marché change de place',
  'Douze boucles à vélo autour des gorges',
  'Signaler un problème sur un sentier',
  'Les lavoirs, de la pierre à la page',
  'Où sont allés les deux millions du territoire à énergie positive, et ce qu’il en reste à faire dans les communes',
  'Semaine du goût\u00a0: les menus des cantines',
  'Classe découverte\u00a0: lire une bastide',
  'Nuit de la thermographie\u00a0: inscrivez-vous',
  'Conseil de développement\u00a0: l’ordre du jour',
  'Covoiturage\u00a0: les aires du Pays',
]

export function articlesOf(): ArticleView[] {
  const states = ['published', 'draft', 'published', 'archived', 'published', 'scheduled', 'published'] as const
  const others = Array.from({ length: 58 }, (_, index) => {
    const state = states[index % states.length] ?? 'draft'
    const [title = ''] = titles.slice(index % titles.length)
    const heritage = index % 5 === 3
    return anArticle({
      slug: `texte-${index}`,
      title: index < titles.length ? title : `${title} (${Math.floor(index / titles.length) + 1})`,
      state,
      kind: index % 4 === 2 ? 'page' : 'article',
      site: heritage ? 'heritage' : 'portal',
      section: heritage ? 'inventaire' : (['marches', 'scot', 'cantines', 'aides'][index % 4] ?? 'scot'),
      updatedAt: at(-2 - index * 3),
      updatedBy: ['Camille', 'Dominique', 'Alix', 'Sacha'][index % 4] ?? '',
      publishedAt: state === 'draft' ? null : at(state === 'scheduled' ? 1 + index : -2 - index * 3),
      body: aText('Premier paragraphe.', 'Second paragraphe, un peu plus long que le premier.'),
    })
  })
  return [anArticle(), ...others]
}

export const axes: AxisView[] = (
  [
    ['equitable', 'Équitable'],
    ['viable', 'Viable'],
    ['vivable', 'Vivable'],
  ] as const
).map(([id, title]) => ({
  id,
  title: `Un territoire ${title.toLowerCase()}`,
  summary: '',
  orientations: [1, 2].map((number) => ({
    id: `${id}-${number}`,
    title: `Orientation ${number} de l’axe ${title.toLowerCase()}`,
  })),
}))

export const chantiersOf = (): ChantierView[] =>
  Array.from({ length: 15 }, (_, index) => {
    const axis = axes[Math.floor(index / 5)]?.id ?? 'viable'
    return {
      id: `chantier-${index + 1}`,
      version: 1,
      number: index + 1,
      axis,
      orientation: `${axis}-${(index % 2) + 1}`,
      title: ['Climat et énergie', 'Mobilités', 'Habitat', 'Alimentation', 'Culture et patrimoine'][index % 5] ?? '',
      slug: `chantier-${index + 1}`,
      summary: 'Ce que le chantier fait, en deux phrases.',
      ambition: 'Réduire de moitié les consommations du bâti public.',
      objectives: ['Accompagner les communes', 'Former les artisans'],
      description: aText('Le chantier réunit les communes, les entreprises et les habitants.'),
      means: 'Une chargée de mission.',
      calendar: '2026 à 2030.',
      contacts: 'Mission énergie, maison du Pays.',
      partners: 'Région, Département.',
      followUp: 'Deux comités par an.',
      indicators: [{ label: 'Logements rénovés', value: '72', unit: 'logements', year: 2025 }],
      path: `/chantiers/chantier-${index + 1}`,
      updatedAt: at(-index),
    }
  })

export const epcis: EpciView[] = ['Communauté du Nord', 'Communauté du Centre', 'Communauté du Sud'].map(
  (name, index) => ({
    id: `20000000${index}`,
    version: 1,
    name,
    shortName: name,
    slug: `communaute-${index}`,
    seat: '',
    description: '',
    updatedAt: at(-90),
  }),
)

export const communesOf = (): CommuneView[] =>
  Array.from({ length: 49 }, (_, index) => {
    const epci = epcis[index % 3]
    const name = `Commune ${String.fromCharCode(65 + (index % 26))}${index > 25 ? ' le Haut' : ''}`
    return {
      id: String(82_001 + index),
      version: 1,
      name,
      slug: name.toLowerCase().replace(/ /g, '-'),
      siren: String(218_200_000 + index),
      department: '82',
      lat: 44,
      lon: 1.5,
      postalCodes: [String(82_100 + index * 10)],
      population: 120 + index * 97,
      populationYear: 2023,
      description: 'Un bourg au bord de l’Aveyron.',
      memberships: [{ epci: epci?.id ?? '', epciName: epci?.name ?? '', from: '2017-01-01', until: null }],
      path: `/communes/${name.toLowerCase().replace(/ /g, '-')}`,
      epci: epci ? { id: epci.id, name: epci.name, slug: epci.slug } : null,
      updatedAt: at(-60),
    }
  })

export const deadLettersOf = () => [
  {
    id: 'search~7f0c',
    consumer: 'search.index',
    event: {
      specversion: '1.0',
      id: '7f0c',
      source: '/services/content',
      type: 'content.article.published',
      subject: 'texte-4',
      time: at(-0.2),
      sequence: 4,
      datacontenttype: 'application/json',
      data: { site: 'portal', title: 'Où sont allés les deux millions' },
    },
    error: 'mapper_parsing_exception: failed to parse field [publishedAt]',
    attempts: 5,
    firstAt: at(-0.2),
    lastAt: at(-0.1),
    state: 'parked',
  },
]
