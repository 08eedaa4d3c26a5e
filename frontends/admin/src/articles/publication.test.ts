import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionsIn, datesProblem, isEditable } from './publication.ts'

const now = new Date('2026-11-21T10:00:00Z')

test('only a draft can be deleted', () => {
  for (const [state, actions] of Object.entries(actionsIn)) assert.equal(actions.includes('delete'), state === 'draft')
})

test('an archived article is restored before it is edited', () => {
  assert.equal(isEditable('archived'), false)
  assert.ok(actionsIn.archived.includes('restore'))
})

test('an article appears in the future and goes after it appeared', () => {
  assert.equal(datesProblem({ at: '2026-11-21T09:00:00Z', now })?.field, 'at')
  assert.equal(
    datesProblem({ at: '2026-11-22T09:00:00Z', withdrawAt: '2026-11-22T08:00:00Z', now })?.field,
    'withdrawAt',
  )
  assert.equal(datesProblem({ withdrawAt: '2026-11-21T09:00:00Z', now })?.field, 'withdrawAt')
  assert.equal(datesProblem({ at: '2026-11-22T09:00:00Z', withdrawAt: '2026-12-22T08:00:00Z', now }), undefined)
  assert.equal(datesProblem({ now }), undefined)
})
