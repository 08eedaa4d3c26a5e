import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromLocalInput, sayMoment, sayMomentShort, toLocalInput } from './moments.ts'

const now = new Date('2026-11-21T10:00:00Z')
const plain = (text: string) => text.replace(/\u00a0/g, ' ')

test('near moments are said in words, on Paris time', () => {
  assert.equal(plain(sayMoment('2026-11-21T07:30:00Z', now)), 'aujourd’hui à 8 h 30')
  assert.equal(plain(sayMoment('2026-11-20T23:30:00Z', now)), 'aujourd’hui à 0 h 30')
  assert.equal(plain(sayMoment('2026-11-20T15:00:00Z', now)), 'hier à 16 h')
  assert.equal(plain(sayMoment('2026-11-22T08:00:00Z', now)), 'demain à 9 h')
  assert.equal(plain(sayMoment('2026-12-01T08:00:00Z', now)), 'mardi 1er décembre à 9 h')
  assert.equal(plain(sayMoment('2025-01-01T08:00:00Z', now)), 'le 1er janvier 2025')
})

test('in a list, moments are short', () => {
  assert.equal(plain(sayMomentShort('2026-11-20T15:00:00Z', now)), 'hier, 16 h')
  assert.equal(plain(sayMomentShort('2026-11-01T15:00:00Z', now)), '1er nov.')
  assert.equal(plain(sayMomentShort('2025-11-02T15:00:00Z', now)), '2 nov. 2025')
})

test('a date typed in summer or winter becomes the right moment, and comes back the same', () => {
  assert.equal(fromLocalInput('2026-01-14T08:30'), '2026-01-14T07:30:00.000Z')
  assert.equal(fromLocalInput('2026-07-14T08:30'), '2026-07-14T06:30:00.000Z')
  for (const local of [
    '2026-03-28T23:59',
    '2026-03-29T01:59',
    '2026-03-29T03:00',
    '2026-10-25T01:30',
    '2026-10-25T02:30',
    '2026-10-25T03:00',
  ])
    assert.equal(toLocalInput(fromLocalInput(local) ?? ''), local)
})

test('an hour that does not exist is read one hour later, one that comes twice as the first', () => {
  assert.equal(toLocalInput(fromLocalInput('2026-03-29T02:30') ?? ''), '2026-03-29T03:30')
  assert.equal(fromLocalInput('2026-10-25T02:30'), '2026-10-25T00:30:00.000Z')
})

test('an empty date is no date', () => {
  assert.equal(fromLocalInput(''), undefined)
  assert.equal(fromLocalInput('demain'), undefined)
})
