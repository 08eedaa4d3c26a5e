import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStaff, mayDo, roleNames } from './roles.ts'

const contents = ['articles', 'sections', 'chantiers', 'communes']
const readers = ['moderator', 'committee', 'treasurer', 'viewer']

test('administrators do everything that exists', () => {
  for (const resource of ['articles', 'sections'])
    for (const action of ['list', 'show', 'create', 'edit', 'delete']) assert.ok(mayDo(['admin'], action, resource))
  assert.ok(mayDo(['admin'], 'list', 'exploitation'))
})

test('editors write contents and see nothing of the machines', () => {
  for (const resource of contents) assert.ok(mayDo(['editor'], 'edit', resource))
  assert.equal(mayDo(['editor'], 'list', 'exploitation'), false)
})

test('the other roles of the team read, and are offered no button to write', () => {
  for (const role of readers)
    for (const resource of contents) {
      assert.ok(mayDo([role], 'list', resource))
      for (const action of ['create', 'edit', 'delete']) assert.equal(mayDo([role], action, resource), false)
    }
})

test('nobody creates or deletes a chantier or a commune from a form', () => {
  for (const resource of ['chantiers', 'communes'])
    for (const action of ['create', 'delete']) assert.equal(mayDo(['admin'], action, resource), false)
})

test('partners and contributors have no place here', () => {
  for (const role of ['partner', 'contributor', '']) {
    assert.equal(isStaff([role]), false)
    assert.equal(mayDo([role], 'list', 'articles'), false)
  }
})

test('roles are named in French', () => {
  assert.equal(roleNames(['editor', 'unknown', 'admin']), 'administration, rédaction')
})
