import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { copies } from './copies.ts'

for (const { to, read } of copies) {
  test(`${to.pathname.split('/').slice(-2).join('/')} of a sign-in page is what the sites have`, async () => {
    assert.ok((await read()).equals(await readFile(to)), 'Run: npm run sign-in -w @pmq/ui')
  })
}
