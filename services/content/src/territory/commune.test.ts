import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '@pmq/platform/errors'
import { now } from '../testing/builders.ts'
import { type Commune, membershipOn, reviseCommune } from './commune.ts'
import { kmBetween } from './distance.ts'

const before = { epci: '200066884', epciName: 'Quercy Vert-Aveyron', from: null, until: '2026-01-01' }
const after = { epci: '248200099', epciName: 'Grand Montauban', from: '2026-01-01', until: null }
const commune: Commune = {
  id: '82098',
  version: 1,
  name: 'Léojac',
  slug: 'leojac',
  postalCodes: ['82230'],
  population: 1282,
  description: '',
  memberships: [before, after],
  siren: '218200988',
  department: '82',
  lat: 44.003,
  lon: 1.45,
  updatedAt: now,
}
const {
  id: _id,
  version: _version,
  siren: _siren,
  department: _department,
  lat: _lat,
  lon: _lon,
  updatedAt: _updatedAt,
  ...input
} = commune

test('a commune belongs to a communauté from the first day, and no longer on the last', () => {
  assert.equal(membershipOn(commune.memberships, new Date('2025-12-31T12:00:00Z'))?.epci, before.epci)
  assert.equal(membershipOn(commune.memberships, new Date('2026-01-01T12:00:00Z'))?.epci, after.epci)
})

test('two memberships of a commune cannot overlap', () => {
  const overlapping = { ...input, memberships: [{ ...before, until: '2026-02-01' }, after] }
  assert.throws(
    () => reviseCommune(commune, overlapping, { now }),
    (error) => error instanceof Refusal && error.code === 'commune.memberships-overlap',
  )
})

test('a membership cannot end before it began', () => {
  const backwards = { ...input, memberships: [{ ...after, until: '2025-01-01' }] }
  assert.throws(
    () => reviseCommune(commune, backwards, { now }),
    (error) => error instanceof Refusal && error.code === 'commune.membership-ends-first',
  )
})

test('memberships are kept in the order of time', () => {
  assert.deepEqual(reviseCommune(commune, { ...input, memberships: [after, before] }, { now }).state.memberships, [
    before,
    after,
  ])
})

test('Caussade is about twelve kilometres from Nègrepelisse', () => {
  const km = kmBetween({ lat: 44.15689, lon: 1.54386 }, { lat: 44.0725, lon: 1.5214 })
  assert.ok(km > 9 && km < 13, String(km))
})
