import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInside } from '../carving/carving.ts'
import { epcis, placeOnMap, territoryBox, towns } from './territory.ts'

/** Centres of communes on either side of each border, from the seed of contents. */
const communes = [
  ['Mouillac', 44.2751, 1.6725, '248200107'],
  ['Lavaurette', 44.2069, 1.6697, '248200057'],
  ['Puylaroque', 44.2513, 1.6359, '248200057'],
  ['Labastide-de-Penne', 44.2817, 1.5916, '248200057'],
  ['Saint-Projet', 44.311, 1.7707, '248200107'],
  ['Cazals', 44.1249, 1.6852, '248200107'],
  ['Montrosier', 44.1302, 1.8409, '248200107'],
  ['Laguépie', 44.163, 1.9581, '248200107'],
  ['Saint-Cirq', 44.1351, 1.6057, '248200057'],
  ['Cayrac', 44.1038, 1.4784, '248200057'],
  ['Bioule', 44.0996, 1.5435, '200066884'],
  ['Montricoux', 44.1035, 1.6247, '200066884'],
  ['Bruniquel', 44.0521, 1.6601, '200066884'],
  ['Verlhac-Tescou', 43.9331, 1.5326, '200066884'],
  ['Montfermier', 44.2278, 1.4158, '248200057'],
] as const

test('communes on either side of a border stand in their own communauté de communes', () => {
  for (const [name, lat, lon, siren] of communes) {
    const at = placeOnMap(lat, lon)
    const found = epcis.filter(({ outline }) => isInside(outline, at)).map((epci) => epci.siren)
    assert.deepEqual(found, [siren], name)
  }
})

test('neighbours share the points of their border, and all stands on the sheet', () => {
  const count = new Map<string, number>()
  for (const { outline } of epcis)
    for (const [x, y] of outline) {
      assert.ok(x >= 0 && x <= territoryBox.width && y >= 0 && y <= territoryBox.height)
      count.set(`${x},${y}`, (count.get(`${x},${y}`) ?? 0) + 1)
    }
  assert.ok([...count.values()].filter((times) => times > 1).length >= 19)
})

test('every town stands inside the territory', () => {
  for (const { name, at } of towns)
    assert.ok(
      epcis.some(({ outline }) => isInside(outline, at)),
      name,
    )
})
