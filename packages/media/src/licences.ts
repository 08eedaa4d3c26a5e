/** The licences that a picture may carry: those of its author's choice (PA-5), and what the PETR holds by agreement. */
export const licences = {
  'all-rights-reserved': { name: 'Tous droits réservés', short: 'tous droits réservés' },
  granted: { name: 'Droits cédés au PETR pour ses publications', short: 'droits cédés' },
  'etalab-2.0': {
    name: 'Licence Ouverte 2.0 (Etalab)',
    short: 'Licence Ouverte 2.0',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  'cc-by-4.0': creativeCommons('by', 'Attribution'),
  'cc-by-sa-4.0': creativeCommons('by-sa', 'Attribution, partage dans les mêmes conditions'),
  'cc-by-nd-4.0': creativeCommons('by-nd', 'Attribution, pas de modification'),
  'cc-by-nc-4.0': creativeCommons('by-nc', 'Attribution, pas d’utilisation commerciale'),
  'cc-by-nc-sa-4.0': creativeCommons(
    'by-nc-sa',
    'Attribution, pas d’utilisation commerciale, partage dans les mêmes conditions',
  ),
  'cc-by-nc-nd-4.0': creativeCommons('by-nc-nd', 'Attribution, pas d’utilisation commerciale, pas de modification'),
  'cc0-1.0': {
    name: 'CC0 1.0 (versé au domaine public par son auteur)',
    short: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr',
  },
  'public-domain': { name: 'Domaine public', short: 'domaine public' },
} as const satisfies Record<string, Licence>

/** `name` is shown where one chooses, `short` beside the picture; `url` leads to the text of the licence. */
export type Licence = { name: string; short: string; url?: string }
export type LicenceCode = keyof typeof licences
export const licenceCodes = Object.keys(licences) as [LicenceCode, ...LicenceCode[]]

function creativeCommons(code: string, terms: string) {
  const short = `CC ${code.toUpperCase()} 4.0`
  return { name: `${short} (${terms})`, short, url: `https://creativecommons.org/licenses/${code}/4.0/deed.fr` }
}
