import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EngineFailed, type EngineName, NotFetched } from '@pmq/infra/engines'
import { startWhatCanBeFetched } from './start-what-can-be-fetched.ts'

const starting = (outcomes: Partial<Record<EngineName, Error>>) => async (names: readonly EngineName[]) => {
  const failure = outcomes[names[0] as EngineName]
  if (failure) throw failure
}
const silent = () => undefined

test('an engine that cannot be fetched is named with its reason, and the others start', async () => {
  const start = starting({ s3: new NotFetched('s3', new Error('the registry does not answer\nand more')) })
  const absent = await startWhatCanBeFetched(['kafka', 's3'], silent, start)
  assert.deepEqual([...absent.keys()], ['s3'])
  assert.match(absent.get('s3') ?? '', /the registry does not answer$/)
})

test('an engine that was fetched and does not start is a failure, whatever else is missing', async () => {
  const start = starting({
    s3: new NotFetched('s3', new Error('the registry does not answer')),
    kafka: new EngineFailed('kafka ended while it started'),
  })
  await assert.rejects(startWhatCanBeFetched(['kafka', 's3'], silent, start), /kafka ended while it started/)
})
