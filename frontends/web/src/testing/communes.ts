import type { CommunePage, CommuneView } from '@pmq/contracts/content'
import { fixtureEpcis } from './sites.ts'

type Row = [insee: string, name: string, postalCode: string, population: number, epci: number, lat: number, lon: number]

/** Facts of the Insee and of the Etalab "découpage administratif". */
const rows: Row[] = [
  ['81184', 'Montrosier', '81170', 33, 2, 44.13024, 1.84086],
  ['82002', 'Albias', '82350', 3240, 1, 44.08141, 1.44892],
  ['82007', 'Auty', '82220', 142, 0, 44.18885, 1.46961],
  ['82018', 'Bioule', '82800', 1201, 1, 44.09964, 1.54355],
  ['82026', 'Bruniquel', '82800', 641, 1, 44.05215, 1.66008],
  ['82029', 'Castanet', '82160', 264, 2, 44.26027, 1.92867],
  ['82037', 'Caussade', '82300', 6803, 0, 44.15689, 1.54386],
  ['82038', 'Caylus', '82160', 1445, 2, 44.24243, 1.75371],
  ['82039', 'Cayrac', '82440', 570, 0, 44.10379, 1.47843],
  ['82041', 'Cazals', '82140', 236, 2, 44.12485, 1.68519],
]

const slugOf = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const fixtureCommunes: CommuneView[] = rows.map(([id, name, postalCode, population, at, lat, lon]) => {
  const { id: epci = '', name: epciName = '', slug = '' } = fixtureEpcis[at] ?? {}
  const today = { epci, epciName, from: null, until: null }
  const moved = [
    { epci: '248200099', epciName: 'Communauté de communes du Quercy Vert', from: null, until: '2016-12-31' },
    { ...today, from: '2017-01-01' },
  ]
  return {
    ...{ id, version: 1, name, slug: slugOf(name), postalCodes: [postalCode], population, populationYear: 2021 },
    description: '',
    memberships: name === 'Albias' ? moved : [today],
    siren: '218200020',
    department: id.startsWith('81') ? 'Tarn' : 'Tarn-et-Garonne',
    ...{ lat, lon, path: `/communes/${slugOf(name)}` },
    epci: { id: epci, name: epciName, slug },
    updatedAt: '2024-01-01T00:00:00Z',
  }
})

export const communePageOf = (commune: CommuneView): CommunePage => ({
  ...commune,
  neighbours: fixtureCommunes
    .filter(({ id }) => id !== commune.id)
    .slice(0, 4)
    .map(({ name, path }, index) => ({ name, path, km: 4.2 + index * 2.35 })),
})
