import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleInput } from '@pmq/contracts/content'
import { proposeSlug } from './propose-slug.ts'

test('an address is proposed from the title, without accents or signs', () => {
  assert.equal(proposeSlug('L’eau des Gorges\u00a0: où en est-on\u202f?'), 'l-eau-des-gorges-ou-en-est-on')
  assert.equal(proposeSlug('  Œuvres & ŒUFS — 2026  '), 'oeuvres-oeufs-2026')
  assert.equal(proposeSlug('«\u202f…\u202f»'), '')
})

test('a long title is cut between two words', () => {
  const slug = proposeSlug(
    'Où sont allés les deux millions du territoire à énergie positive et ce qu’il en reste à faire',
  )
  assert.ok(slug.length <= 80)
  assert.ok(
    'ou-sont-alles-les-deux-millions-du-territoire-a-energie-positive-et-ce-qu-il-en-reste-a-faire'.startsWith(
      `${slug}-`,
    ),
  )
  assert.ok(proposeSlug('a'.repeat(200)).length <= 80)
})

test('what is proposed is what the contract accepts', () => {
  for (const title of ['Été 2026', 'x', 'Aide n° 3 (bois)', 'a'.repeat(200), 'Ça & là - '])
    assert.ok(articleInput.shape.slug.safeParse(proposeSlug(title)).success, title)
})
