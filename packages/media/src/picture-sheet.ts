import { z } from 'zod'
import { focalPoint, middle } from './focal-point.ts'
import { type LicenceCode, licenceCodes, licences } from './licences.ts'

/** Text in one line, empty as long as nobody has typed it: a picture is sent first and described after. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `${max}\u00a0caractères au plus.`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Ce texte contient des caractères invisibles qui ne sont pas permis.')

/** What the library asks for a picture (ED-4, PA-5). All may be empty but the licence: `blockersOf` says what publishing needs. */
export const pictureSheet = z.strictObject({
  /** Who took or owns the picture, as it is to be printed, without “©”. */
  credit: line(160).default(''),
  caption: line(300).default(''),
  /** What the picture shows, for those who do not see it. */
  alternative: line(300).default(''),
  licence: z.enum(licenceCodes, 'Choisissez une licence de la liste.').default('all-rights-reserved'),
  themes: z.array(line(60).min(1, 'Un thème ne peut pas être vide.')).max(10, '10\u00a0thèmes au plus.').default([]),
  focal: focalPoint.default(middle),
})
export type PictureSheet = z.infer<typeof pictureSheet>

/** Something is missing; `field` is where it is to be typed. */
export type Lack = { field: keyof PictureSheet; message: string }

/** A credit says a name: a lone sign or “©” is none. */
const saysSomething = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** What keeps a picture from being published: ED-4 wants a credit and a caption. Empty when it may be. */
export function blockersOf({ credit, caption }: Pick<PictureSheet, 'credit' | 'caption'>): Lack[] {
  const lacks: Lack[] = []
  if (!saysSomething(credit))
    lacks.push({
      field: 'credit',
      message: 'Indiquez le crédit de la photo\u00a0: sans crédit, elle ne peut pas être publiée.',
    })
  if (!saysSomething(caption))
    lacks.push({
      field: 'caption',
      message: 'Indiquez la légende de la photo\u00a0: sans légende, elle ne peut pas être publiée.',
    })
  return lacks
}

/** What should be done though nothing forbids to publish (ED-16): a picture that only decorates has no alternative. */
export function adviceOn({ alternative }: Pick<PictureSheet, 'alternative'>): Lack[] {
  if (saysSomething(alternative)) return []
  return [
    {
      field: 'alternative',
      message: 'Décrivez l’image pour les personnes qui ne la voient pas, sauf si elle ne fait que décorer.',
    },
  ]
}

/** The line beside a picture: `© Mairie de Bruniquel, CC BY 4.0`. Nobody owns the public domain: no `©` then. */
export function mentionOf({ credit, licence }: { credit: string; licence: LicenceCode }): string {
  const owned = licence !== 'public-domain' && licence !== 'cc0-1.0'
  return `${owned ? '©\u00a0' : ''}${credit.replace(/^(?:©|\(c\))\s*/i, '')}, ${licences[licence].short}`
}
