/**
 * What the words of a content call for. Stems are written without accents, in lower case, and match the beginning of a
 * word; a space at the end asks for the whole word. A thing has its own picture; a theme has several that suit it.
 */
export type Subject = {
  stems: readonly string[]
  motifs: readonly [string, ...string[]]
  /** How much it tells: a thing more than a theme, a theme more than what is everywhere in our pages. */
  weight: number
}

const thing = (motif: string, stems: string): Subject => ({ stems: stems.split(', '), motifs: [motif], weight: 14 })
const themeOf =
  (weight: number) =>
  (stems: string, ...motifs: readonly [string, ...string[]]): Subject => ({
    stems: stems.split(', '),
    motifs,
    weight,
  })
const theme = themeOf(9)
const everywhere = themeOf(6)

export const subjects: readonly Subject[] = [
  thing('toit-solaire', 'solaire, photovolt, panneau, toit, centrale villageoise'),
  thing('isolation', 'isol, thermograph, thermique, passoire'),
  thing('chauffage-au-bois', 'chauff, poele, granul, buche, bois energie, chaufferie'),
  thing('verger', 'verger, fruit, pommier, pomme, arboricult'),
  thing('marche', 'marche , marches , acheter, etal'),
  thing('cantine', 'cantine, restauration collective, repas, assiette, cuisin, restaurant'),
  thing('velo', 'velo, cycl, vtt'),
  thing('arret-de-bus', 'bus , autocar, transport a la demande, transports en commun, navette'),
  thing('covoiturage', 'covoitur, autopartage, voiture, auto-stop, automobil'),
  thing('gare', 'gare , gares , train, ferroviaire, sncf, voie ferree'),
  thing('gorges', 'gorges, falaise, escalad, canyon, grotte'),
  thing('canoe', 'canoe, kayak, pagay, baignade'),
  thing('sentier', 'sentier, randonn, marcher, chemin, balade, promenade, compostelle'),
  thing('gariotte', 'gariotte, pierre seche, cabane, causse'),
  thing('lavoir', 'lavoir, fontaine, puits'),
  thing('arcades', 'bastide, arcade, couverts, centre-bourg, commerce, centre bourg'),
  thing('pigeonnier', 'pigeon, colombier, terre crue, bati ancien'),
  thing('clocher', 'clocher, eglise, chapelle, abbaye, cloche'),
  thing('chapeau-de-paille', 'chapeau, paille, chapell'),
  thing('safran-et-truffe', 'safran, truff, terroir'),
  thing('vigne', 'vigne, vin , vins , vignoble, viticul, raisin, vendange, coteaux'),
  thing('ecole', 'ecole, scolaire, college, lycee, eleve, enfan, jeunes, education, formation, former'),
  thing('atelier', 'atelier, artisan, metier, insertion, savoir-faire, fablab'),
  thing(
    'mairie',
    'mairie, maire , maires , elus, comite syndical, gouvernance, conseil municipal, marches publics, qui decide',
  ),
  thing('plan-et-boussole', 'scot , urbanis, plui, cartograph, amenag, schema de coherence, observatoire, cadastr'),
  thing('chene', 'chene, foret, arbre, sylvi'),
  thing('riviere', 'riviere, eau , eaux , crues , inondation, pont , zone humide, rives'),
  thing('loutre', 'loutre, biodiversite, natura 2000, faune, espece'),
  thing('archives', 'archiv, registre, document, inventaire, bibliotheque'),
  thing('carte-postale', 'carte postale, cartes postales, photograph, memoire, souvenir, raconter, histoire'),
  thing('micro', 'radio, micro , podcast, emission, temoign, portrait, parole, ecouter, entretien, voix'),
  thing('fete', 'fete, festival, concert, bal , spectacle, musi'),

  theme(
    'produire ensemble, energie, climat, pcaet, sobri, sobre, electri, tepcv',
    'toit-solaire',
    'isolation',
    'chauffage-au-bois',
  ),
  theme('cooperati, souscri, part sociale', 'toit-solaire', 'isolation', 'clocher', 'chauffage-au-bois'),
  theme(
    'habitat, habiter, logement, maison, renov, opah, toiture',
    'isolation',
    'chauffage-au-bois',
    'toit-solaire',
    'arcades',
  ),
  theme('mobilite, deplac, transport', 'velo', 'arret-de-bus', 'covoiturage', 'gare'),
  theme(
    'producteur, aliment, agricul, produit, manger, nourr, ferme, circuit, charte, gout',
    'marche',
    'verger',
    'cantine',
    'safran-et-truffe',
    'vigne',
  ),
  theme(
    'touris, visiteur, decouvr, vacances, destination, sejour',
    'gorges',
    'canoe',
    'gariotte',
    'sentier',
    'arcades',
    'vigne',
  ),
  theme(
    'nature, paysage, plein air, environnement, parcourir',
    'gorges',
    'sentier',
    'canoe',
    'chene',
    'riviere',
    'loutre',
  ),
  theme(
    'patrimoine, artethistoire, musee, bati, restaur, monument, label',
    'pigeonnier',
    'clocher',
    'lavoir',
    'gariotte',
    'arcades',
  ),
  theme('emploi, travail, entrepr, plie , economi, chomage', 'atelier', 'chapeau-de-paille', 'ecole', 'marche'),
  theme('cultur, artist, residence, creation, art , arts ', 'fete', 'micro', 'carte-postale'),
  everywhere('sante, soin, soigner, medecin, service', 'mairie', 'ecole', 'arret-de-bus'),
  everywhere('donnee, observ, chiffre', 'plan-et-boussole', 'archives'),
  everywhere(
    'contrat, aide, subvention, leader, europ, financ, ruralite, reseau, signataire',
    'mairie',
    'plan-et-boussole',
    'chene',
    'atelier',
  ),
  everywhere(
    'participa, avis, reunion, concert, habitants, associat, contribu, conseil de developpement, decider',
    'micro',
    'arcades',
    'mairie',
    'fete',
  ),
  everywhere(
    'communaut, commune, territoire, projet, pays',
    'clocher',
    'plan-et-boussole',
    'mairie',
    'arcades',
    'chene',
  ),
  everywhere(
    'informations, legal, licence, accessib, contact, navigateur, condition, numerique, personnelles',
    'archives',
    'carte-postale',
    'plan-et-boussole',
  ),
  everywhere('actualit, lettre, communicat, presse, nouvelle', 'micro', 'carte-postale', 'arcades'),
]

/** When no word calls for anything: what the site is about, or the country itself. */
export const bySite: Readonly<Record<string, readonly string[]>> = {
  heritage: ['patrimoine'],
  scic: ['cooperative'],
  produits: ['alimentation'],
}
export const anywhere: readonly [string, ...string[]] = [
  'gorges',
  'chene',
  'riviere',
  'clocher',
  'arcades',
  'gariotte',
  'pigeonnier',
  'sentier',
  'vigne',
  'loutre',
]

/** Lower case, without accents and signs, a space at both ends. */
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9-]+/g, (signs) => (/^[\u0300-\u036f]+$/.test(signs) ? '' : ' '))
    .trim()} `
    // A "mode d’emploi" is no work, the label is about buildings, and artists are not only for pupils.
    .replace(' mode d emploi ', ' ')
    .replace(' art et d histoire ', ' artethistoire ')
    .replace(' education artistique ', ' artistique ')

/** The words that begin with one of the stems: each article page asks it for each card that it shows. */
const called = subjects.map((subject) => ({ ...subject, pattern: new RegExp(` (?:${subject.stems.join('|')})`) }))

/**
 * The motifs that suit these words, at least one. What is said first counts more, and a thing more than a theme: "vélo"
 * in a title is a bicycle, even when every tag speaks of tourism.
 * @param words from the most telling: a title, tags, sections
 * @param site where it stands, for words that call for nothing
 */
export function motifsFor(words: readonly string[], site?: string): readonly [string, ...string[]] {
  const texts = words.map(plain)
  const scored = called.flatMap(({ pattern, motifs, weight }) => {
    const at = texts.findIndex((text) => pattern.test(text))
    return at < 0 ? [] : [{ motifs, score: weight - 2 * Math.min(at, 4) }]
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const [first, ...others] = new Set(scored.flatMap(({ motifs, score }) => (score >= best - 1 ? motifs : [])))
  if (first !== undefined) return [first, ...others]
  const theme = site === undefined ? undefined : bySite[site]
  return theme ? motifsFor(theme) : anywhere
}
