import type { CommuneView, EpciView } from '@pmq/contracts/content'
import { plain } from '@pmq/french'

const collator = new Intl.Collator('fr')
const words = (text: string) => plain(text).replace(/-/g, ' ')

/** Communes whose name holds what was typed, accents and hyphens aside, or whose postal code begins with it. */
export function communesMatching(communes: readonly CommuneView[], typed: string): CommuneView[] {
  const wanted = words(typed)
  return communes
    .filter(
      ({ name, postalCodes }) => words(name).includes(wanted) || postalCodes.some((code) => code.startsWith(wanted)),
    )
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** In the order of the communautés de communes; those that left them come last. */
export function groupedByEpci(communes: readonly CommuneView[], epcis: readonly EpciView[]) {
  const groups = epcis.map(({ id, name }) => ({
    epci: id,
    name,
    communes: communes.filter(({ epci }) => epci?.id === id),
  }))
  const others = communes.filter(({ epci }) => !epcis.some(({ id }) => id === epci?.id))
  const all = [...groups, { epci: 'autres', name: 'Communes qui ont quitté le Pays', communes: others }]
  return all.filter(({ communes }) => communes.length > 0)
}
