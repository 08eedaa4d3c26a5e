export type TextKind = 'text' | 'name' | 'email' | 'tel' | 'url' | 'postcode'

type Preset = Readonly<Record<string, string>>

/** Keyboard, autofill and check of each kind of line. A wrong check is worse than none: each lets pass all that may be right. */
export const kinds: Record<TextKind, Preset> = {
  text: { type: 'text' },
  name: { type: 'text', autocomplete: 'name', autocapitalize: 'words', spellcheck: 'false' },
  email: {
    type: 'email',
    autocomplete: 'email',
    spellcheck: 'false',
    'data-wrong': 'Il manque une partie de l’adresse, par exemple : prenom.nom@exemple.fr.',
  },
  // spaces, dots, hyphens and +33 are all ways in which people write their number
  tel: {
    type: 'tel',
    autocomplete: 'tel',
    pattern: '[+]?[\\d\\s.\\(\\)\\-]{10,20}',
    'data-wrong': 'Un numéro a dix chiffres, par exemple : 05 00 00 00 00.',
  },
  url: {
    type: 'url',
    autocomplete: 'url',
    spellcheck: 'false',
    'data-wrong': 'Une adresse de site commence par https://.',
  },
  postcode: {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'postal-code',
    pattern: '\\d{2}\\s?\\d{3}',
    'data-wrong': 'Un code postal a cinq chiffres, par exemple : 82800.',
  },
}
