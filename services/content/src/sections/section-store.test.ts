import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startDocuments } from '@pmq/embedded/documents'
import { openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { aSection, now } from '../testing/builders.ts'
import { createSectionStore } from './section-store.ts'
import { pathOf } from './section-tree.ts'

test('sections are kept in memory, and what another replica wrote a moment ago is seen', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-sections-'))
  const documents = await startDocuments({ dataDir, port: 0 })
  const replica = async () => {
    const options = { uri: documents.uri, name: 'content', source: '/test', clock: () => now, log: silentLog() }
    const database = await openDatabase(options)
    return { database, sections: createSectionStore(database) }
  }
  const [one, other] = [await replica(), await replica()]
  t.after(async () => {
    await Promise.all([one.database.close(), other.database.close()])
    await documents.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const section = await other.sections.insert({ state: aSection() })
  const first = await one.sections.ofSite('portal')
  assert.equal(await one.sections.ofSite('portal'), first)
  assert.equal(pathOf(first, section.id), '/habiter')

  const revised = await other.sections.commit({ state: { ...section, slug: 'se-loger' } }, section.version)
  assert.equal(pathOf(await one.sections.ofSite('portal'), section.id), '/se-loger')
  await other.sections.remove({ state: revised }, revised.version)
  assert.deepEqual(await one.sections.ofSite('portal'), [])
  assert.deepEqual(await one.sections.ofSite('heritage'), [])
})
