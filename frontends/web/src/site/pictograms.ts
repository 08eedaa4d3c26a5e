import { chantierPictograms } from '@pmq/ui/prints/pictograms/chosen-pictograms.ts'
import sprite from '@pmq/ui/prints/pictograms/pictograms.svg?url'

/** The one file of all pictograms, used by `<use href>`. */
export { sprite }

/** The sign of a chantier, by its number in the territorial project. */
export const pictogramOf = (number: number): string | undefined => chantierPictograms[number]
