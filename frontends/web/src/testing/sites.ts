import type { EpciView, SiteView, TreeNode } from '@pmq/contracts/content'

export const fixtureSites: SiteView[] = [
  {
    id: 'portal',
    name: 'Pays Midi-Quercy',
    tagline: 'Le portail du Pays',
    description:
      'Le portail du Pays Midi-Quercy : le projet de territoire, les aides, l’énergie, le logement, l’alimentation et le patrimoine de ses communes.',
    accent: 'green',
    home: {
      title: 'Un pays taillé dans le chêne et le calcaire',
      lead: 'Les communes du Quercy et des gorges de l’Aveyron préparent ensemble la suite : un territoire équitable, viable et vivable.',
      keyFigures: [
        { value: '49', label: 'communes, dont une dans le Tarn' },
        { value: '3', label: 'communautés de communes' },
        { value: '50 500', label: 'habitants environ', source: 'Insee' },
        { value: '15', label: 'chantiers au projet de territoire' },
      ],
      partners: [
        { name: 'Union européenne, LEADER et FSE', url: 'https://www.europe-en-france.gouv.fr' },
        { name: 'Région Occitanie', url: 'https://www.laregion.fr' },
        { name: 'Département de Tarn-et-Garonne' },
        { name: 'ADEME', url: 'https://www.ademe.fr' },
      ],
    },
  },
  {
    id: 'heritage',
    name: 'Patrimoine en Midi-Quercy',
    tagline: 'Le patrimoine raconté par ceux qui y vivent',
    description:
      'Lavoirs, bastides, moulins et récits : les associations et les habitants recensent le patrimoine du Pays.',
    accent: 'red',
    home: {
      title: 'Le patrimoine raconté par ceux qui y vivent',
      lead: 'Associations, communes et habitants réunissent ici ce que l’on sait des lieux, des objets et des mémoires du Midi-Quercy.',
      keyFigures: [{ value: '4', label: 'sources réunies en une seule base' }],
      partners: [],
    },
  },
  {
    id: 'scic',
    name: 'Énergies citoyennes',
    tagline: 'La coopérative qui produit l’électricité du Pays',
    description: 'Habitants, associations, entreprises et communes produisent ensemble une énergie renouvelable.',
    accent: 'yellow',
    home: {
      title: 'Produire ensemble l’énergie de demain',
      lead: 'Lancée le 15 décembre 2017, la société coopérative d’intérêt collectif équipe les toits communaux et ouvre son capital aux habitants.',
      keyFigures: [
        { value: '15', label: 'installations, de 9 à 100 kW' },
        { value: '8', label: 'communes engagées' },
      ],
      partners: [],
    },
  },
  {
    id: 'produits',
    name: 'Produits en Midi-Quercy',
    tagline: 'Du champ à l’assiette, sans détour',
    description: 'Producteurs, commerces et restaurants signataires de la charte des circuits courts.',
    accent: 'orange',
    home: {
      title: 'Du champ à l’assiette, sans détour',
      lead: 'Le réseau des signataires de la charte réunit ceux qui cultivent, vendent et cuisinent les produits du Pays.',
      keyFigures: [],
      partners: [],
    },
  },
]

type Place = Partial<TreeNode> & { id: string; title: string; path: string }
const section = (place: Place): TreeNode => ({ summary: '', inMenu: true, inFooter: true, children: [], ...place })
const legal = (title: string, path: string) => section({ id: path.slice(1), title, path, inMenu: false })

export const fixtureTrees: Record<SiteView['id'], TreeNode[]> = {
  portal: [
    section({
      id: 'structurer',
      title: 'Structurer le territoire',
      menuTitle: 'Structurer',
      path: '/structurer',
      summary: 'Le projet de territoire, les contrats et les femmes et les hommes qui le portent.',
      children: [
        section({ id: 'projet', title: 'Le projet de territoire', path: '/structurer/projet' }),
        section({ id: 'europe', title: 'Les aides européennes', path: '/structurer/europe' }),
        section({ id: 'chantiers', title: 'Suivre les chantiers', path: '/structurer/chantiers', inFooter: false }),
        section({ id: 'communes', title: 'Trouver sa commune', path: '/structurer/communes', inFooter: false }),
      ],
    }),
    section({
      id: 'amenager',
      title: 'Aménager et habiter',
      menuTitle: 'Aménager',
      path: '/amenager',
      children: [section({ id: 'logement', title: 'Rénover son logement', path: '/amenager/logement' })],
    }),
    section({
      id: 'transformer',
      title: 'Transformer nos énergies',
      menuTitle: 'Transformer',
      path: '/transformer',
      summary: 'Moins consommer, produire ici, se déplacer autrement : la transition du Pays, chantier par chantier.',
      children: [
        section({
          id: 'energie',
          title: 'Énergie et climat',
          path: '/transformer/energie',
          summary: 'Le plan climat, les bâtiments publics et les toits solaires.',
        }),
        section({ id: 'mobilite', title: 'Se déplacer', path: '/transformer/mobilite' }),
      ],
    }),
    section({ id: 'reveler', title: 'Révéler le patrimoine', menuTitle: 'Révéler', path: '/reveler' }),
    section({ id: 'nourrir', title: 'Nourrir le Pays', menuTitle: 'Nourrir', path: '/nourrir' }),
    section({ id: 'participer', title: 'Participer', path: '/participer' }),
    legal('Mentions légales', '/mentions-legales'),
    legal('Données personnelles', '/donnees-personnelles'),
    legal('Accessibilité', '/accessibilite'),
  ],
  heritage: [
    section({ id: 'decouvrir', title: 'Découvrir', path: '/decouvrir' }),
    section({ id: 'contribuer', title: 'Contribuer', path: '/contribuer' }),
    legal('Mentions légales', '/mentions-legales'),
  ],
  scic: [
    section({ id: 'comprendre', title: 'Comprendre', path: '/comprendre' }),
    section({ id: 'souscrire', title: 'Souscrire', path: '/souscrire' }),
  ],
  produits: [section({ id: 'trouver', title: 'Trouver un producteur', menuTitle: 'Trouver', path: '/trouver' })],
}

const epci = (id: string, name: string, shortName: string, slug: string, seat: string): EpciView => ({
  ...{ id, version: 1, name, shortName, slug, seat, description: '', updatedAt: '2024-01-01T00:00:00Z' },
})
export const fixtureEpcis: EpciView[] = [
  epci(
    '248200057',
    'Communauté de communes du Quercy Caussadais',
    'Quercy Caussadais',
    'quercy-caussadais',
    'Caussade',
  ),
  epci(
    '200066884',
    'Communauté de communes Quercy Vert-Aveyron',
    'Quercy Vert-Aveyron',
    'quercy-vert-aveyron',
    'Nègrepelisse',
  ),
  epci(
    '248200107',
    'Communauté de communes du Quercy Rouergue et des gorges de l’Aveyron',
    'Quercy Rouergue et gorges de l’Aveyron',
    'quercy-rouergue-gorges-aveyron',
    'Saint-Antonin-Noble-Val',
  ),
]
