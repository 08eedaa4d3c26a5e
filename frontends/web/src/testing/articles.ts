import { type ArticleCard, articleCard, type SiteId, type SitePage, sitePage } from '@pmq/contracts/content'
import { fromMarkdown } from '@pmq/rich-text'
import { fixtureTrees } from './sites.ts'

export type FixtureArticle = Extract<SitePage, { is: 'article' }>['article']

const longBody = `
Depuis 2004, le Pays mène sa propre politique de l’énergie : un plan en 2006, un plan climat volontaire de 2010 à 2015, puis un
service de [conseil en énergie partagé](/transformer/energie) qui suit chaque commune. Cet acquis a porté la candidature
nationale « Territoire à énergie positive pour la croissance verte ».

## Les bâtiments d’abord

Plus de la moitié de l’aide est allée aux bâtiments des communes. Un bilan énergétique, **commune par commune**, avait préparé
le choix des travaux.

| Projet | Nombre | Aide |
| --- | --- | --- |
| Bâtiments publics rénovés | 45 | 1 118 309 € |
| Éclairage public | 32 | 349 596 € |
| École à énergie positive | 1 | 200 000 € |
| Voitures et vélos électriques | 15 + 17 | 95 400 € |

> Imaginer une nouvelle ruralité où la qualité de vie est préservée.

## Un suivi au plus près

Le conseiller visite chaque commune adhérente une fois par an. Il relève les factures, compare, et propose des travaux :

- isoler d’abord les combles et les murs ;
- régler le chauffage, pièce par pièce ;
- remplacer ce qui consomme trop.

### Ce que les factures ont appris

Une salle des fêtes chauffée *toute la semaine* pour une soirée coûte plus cher qu’une école bien réglée. Le suivi l’a montré
dans une commune sur trois.

## Et maintenant

Deux chemins s’ouvrent : le plan climat air énergie territorial, écrit avec les trois communautés de communes, et la
[coopérative Énergies citoyennes](https://www.legifrance.gouv.fr), qui équipe les toits communaux.
`
const shortBody =
  'Le Pays réunit les communes, les associations et les habitants. Les premières réunions ont eu lieu en mairie.'

type Draft = { slug: string; title: string; section: string } & Partial<Omit<FixtureArticle, 'section'>>

function sectionAt(site: SiteId, path: string) {
  const all = fixtureTrees[site].flatMap((node) => [node, ...node.children])
  const { id, title } = all.find((node) => node.path === path) ?? { id: path.slice(1), title: path.slice(1) }
  return { id, title, path }
}

function article({ slug, section, ...given }: Draft): FixtureArticle {
  const site = given.site ?? 'portal'
  // Parsed, so that a new field of the contract has its default here too.
  return sitePage.options[0].shape.article.parse({
    id: slug,
    slug,
    site,
    kind: 'article',
    summary: '',
    position: 0,
    chantier: null,
    path: `${section}/${slug}`,
    tags: [],
    section: sectionAt(site, section),
    publishedAt: '2018-02-14T08:00:00Z',
    archived: false,
    body: fromMarkdown(shortBody),
    author: 'La mission Énergie',
    updatedAt: '2018-02-15T08:00:00Z',
    readingMinutes: 1,
    ...given,
  })
}

const news = (number: number): FixtureArticle =>
  article({
    slug: `lettre-${number}`,
    title: `La lettre du Pays, numéro ${number}`,
    section: '/structurer/projet',
    summary: 'Les décisions du comité syndical et les rendez-vous du trimestre.',
    publishedAt: `2016-${String(1 + (number % 12)).padStart(2, '0')}-01T09:00:00Z`,
  })

export const fixtureArticles: FixtureArticle[] = [
  article({
    slug: 'energie-positive',
    title: 'Énergie positive : où sont allés les deux millions d’euros',
    section: '/transformer/energie',
    summary:
      'Retenu « Territoire à énergie positive pour la croissance verte », le Pays a reçu deux millions d’euros d’investissement. Voici ce qu’ils ont changé dans les communes.',
    body: fromMarkdown(longBody),
    tags: ['énergie', 'rénovation', 'bâtiments publics'],
    readingMinutes: 4,
  }),
  article({
    slug: 'projet-alimentaire',
    title: 'Le projet alimentaire reconnu au niveau national',
    section: '/nourrir',
    summary: 'Cinq axes, du champ à la cantine, et une règle : avec tous les acteurs de l’assiette.',
    publishedAt: '2017-11-30T08:00:00Z',
    tags: ['alimentation'],
  }),
  article({
    slug: 'boucles-a-velo',
    title: 'Douze boucles à vélo autour des gorges',
    section: '/transformer/mobilite',
    summary: 'Le pôle de pleine nature trace des itinéraires au fil de l’Aveyron.',
    publishedAt: '2017-09-21T08:00:00Z',
  }),
  article({
    slug: 'plan-2012',
    title: 'Le premier plan climat du Pays',
    section: '/transformer/energie',
    publishedAt: '2012-03-01T08:00:00Z',
    archived: true,
  }),
  article({
    slug: 'hostile',
    title: 'Peut-on écrire <script>alert("oui")</script> & « tout dire » ?',
    section: '/participer',
    publishedAt: '2015-05-04T08:00:00Z',
    summary: '<img src=x onerror=alert(1)> et des guillemets "droits".',
    tags: ['<b>gras</b>'],
    author: '<i>Inconnu</i>',
  }),
  article({ kind: 'page', slug: 'methode', title: 'Notre méthode', section: '/transformer/energie' }),
  ...Array.from({ length: 25 }, (_, index) => news(index + 1)),
  article({
    site: 'heritage',
    slug: 'lavoirs',
    title: 'Les lavoirs du causse, pierre par pierre',
    section: '/decouvrir',
    summary: 'Un inventaire ouvert à toutes les communes.',
    author: 'Pays d’art et d’histoire',
  }),
]

/** What lists show of it: the fields of the contract's card. */
export const cardOf = (article: FixtureArticle): ArticleCard =>
  Object.fromEntries(
    Object.keys(articleCard.shape).map((name) => [name, article[name as keyof ArticleCard]]),
  ) as ArticleCard
