import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TreeNode } from '@pmq/contracts/content'
import { siteMap } from './site-map.ts'

const section = (path: string, children: TreeNode[] = []): TreeNode => ({
  ...{ id: path, title: path, path, summary: '', inMenu: true, inFooter: true },
  children,
})
const address = (kind: string, path: string) => ({ kind, path, title: path, updatedAt: '2026-11-21T08:00:00Z' })

test('each section shows its sub-sections, then its own pages and articles', () => {
  const [map] = siteMap(
    [section('/habiter', [section('/habiter/renover')])],
    [
      address('section', '/habiter/renover'),
      address('page', '/habiter/se-loger'),
      address('article', '/habiter/renover/un-atelier'),
      address('commune', '/communes/caussade'),
    ],
  )
  assert.deepEqual(map, {
    title: '/habiter',
    path: '/habiter',
    children: [
      {
        title: '/habiter/renover',
        path: '/habiter/renover',
        children: [{ title: '/habiter/renover/un-atelier', path: '/habiter/renover/un-atelier', children: [] }],
      },
      { title: '/habiter/se-loger', path: '/habiter/se-loger', children: [] },
    ],
  })
})
