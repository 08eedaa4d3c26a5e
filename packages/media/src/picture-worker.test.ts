import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { areNear } from './picture-hash.ts'
import { PictureRefused, type RefusalCode } from './picture-refused.ts'
import { createPictureWorker, type PictureWorkerOptions } from './picture-worker.ts'
import { heicPhoto } from './testing/heic.ts'
import { aFolder, aPhoto } from './testing/pictures.ts'

const quick = { widths: [80], avifEffort: 0 } as const

async function aWorker(t: TestContext, options: PictureWorkerOptions = {}) {
  const { folder, file } = await aFolder(t)
  const worker = createPictureWorker({ folder, ...options })
  t.after(() => worker.close())
  const photo = await file('photo.jpg', await aPhoto({ width: 120, height: 80 }).jpeg().toBuffer())
  return { worker, folder, file, photo }
}

/** The real child, which besides dies of a file called `poison`, sleeps on `tar` and tells its number for `pid`. */
async function aFragileWorker(t: TestContext, options: PictureWorkerOptions = {}) {
  const { file } = await aFolder(t)
  const real = JSON.stringify(new URL('./picture-child.ts', import.meta.url))
  const program = await file(
    'fragile.mjs',
    `process.on('message', (job) => {
      if (job.path.endsWith('poison')) process.kill(process.pid, 'SIGKILL')
      if (job.path.endsWith('tar')) for (;;);
      if (job.path.endsWith('pid')) process.send({ id: job.id, rss: 0, result: process.pid })
    })
    await import(${real})`,
  )
  return aWorker(t, { program: new URL(`file://${program}`), ...options })
}

const refusal = (code: RefusalCode) => (error: unknown) => error instanceof PictureRefused && error.code === code

test('the worker probes, derives and hashes in its child, each picture in a folder of its own', async (t) => {
  const { worker, folder, file, photo } = await aWorker(t)
  assert.equal((await worker.probe(photo)).kind, 'jpeg')
  const [one, two] = await Promise.all([
    worker.derive(photo, quick),
    worker.derive(await file('p.heic', heicPhoto()), quick),
  ])
  assert.notEqual(one.folder, two.folder)
  for (const { folder: made, derivatives } of [one, two])
    assert.deepEqual((await readdir(made)).sort(), derivatives.map(({ name }) => name).sort())
  assert.ok(areNear(await worker.hash(photo), one.hash))
  assert.equal((await readdir(folder)).filter((name) => name.startsWith('picture-')).length, 2)
})

test('a refusal comes back with its code and sentence, and nothing stays on the disk', async (t) => {
  const { worker, folder, file } = await aWorker(t)
  const path = await file('letter.jpg', 'Madame, Monsieur,')
  await assert.rejects(worker.derive(path, quick), refusal('not-a-picture'))
  await assert.rejects(worker.probe(path, { declared: { name: 'letter.jpg' } }), refusal('not-a-picture'))
  assert.deepEqual((await readdir(folder)).sort(), ['letter.jpg', 'photo.jpg'])
})

test('what libvips could read besides stays shut in the child', async (t) => {
  const { worker, file } = await aWorker(t)
  await assert.rejects(
    worker.derive(await file('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), quick),
    refusal('kind-not-supported'),
  )
})

test('a file that crashes the decoder ends the child, and those that wait are served by the next', async (t) => {
  const { worker, photo, file } = await aFragileWorker(t)
  const poison = await file('poison', '')
  const outcomes = await Promise.allSettled([
    worker.derive(photo, quick),
    worker.derive(poison, quick),
    worker.derive(photo, quick),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  assert.ok(outcomes[1]?.status === 'rejected' && refusal('decoder-crashed')(outcomes[1].reason))
})

test('a file that stalls the decoder is given up after its time', async (t) => {
  const { worker, photo, file } = await aFragileWorker(t, { timeout: 3_000 })
  await assert.rejects(worker.probe(await file('tar', '')), refusal('too-slow'))
  assert.equal((await worker.probe(photo)).kind, 'jpeg')
})

test('a child that has grown is replaced after its picture; one that has not stays', async (t) => {
  const { worker, photo, file } = await aFragileWorker(t)
  const pid = await file('pid', '')
  assert.equal(await worker.hash(pid), await worker.hash(pid))
  const small = await aFragileWorker(t, { maxRss: 1 })
  const before = await small.worker.hash(pid)
  await small.worker.probe(photo)
  assert.notEqual(await small.worker.hash(pid), before)
})

test('a child without work ends by itself', async (t) => {
  const { worker, file } = await aFragileWorker(t, { idle: 50 })
  const pid = Number(await worker.hash(await file('pid', '')))
  const gone = async (): Promise<void> => {
    if (!existsSync(join('/proc', String(pid)))) return
    await new Promise((resolve) => setImmediate(resolve))
    return gone()
  }
  await gone()
})

test('a closed worker refuses work, and gives up what it was doing', async (t) => {
  const { worker, photo, file } = await aFragileWorker(t)
  const stalled = assert.rejects(worker.probe(await file('tar', '')))
  const waiting = assert.rejects(worker.probe(photo))
  await new Promise((resolve) => setImmediate(resolve))
  await worker.close()
  await Promise.all([stalled, waiting])
  await assert.rejects(worker.probe(photo))
})
