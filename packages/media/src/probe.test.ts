import assert from 'node:assert/strict'
import { truncate } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { PictureRefused, type RefusalCode } from './picture-refused.ts'
import { type ProbeOptions, probe } from './probe.ts'
import { heicPhoto } from './testing/heic.ts'
import { aFolder, aPhoto } from './testing/pictures.ts'

const small = () => aPhoto({ width: 60, height: 40 })

async function refused(path: string, code: RefusalCode, options?: ProbeOptions) {
  await assert.rejects(probe(path, options), (error) => {
    assert.ok(error instanceof PictureRefused)
    assert.equal(error.code, code, error.message)
    assert.match(error.message, /^[A-Z].*\.$/)
    return true
  })
}

test('a picture is known by its bytes, whatever it is called', async (t) => {
  const { file } = await aFolder(t)
  const pictures = {
    jpeg: small().jpeg(),
    png: small().png(),
    webp: small().webp(),
    tiff: small().tiff(),
    avif: small().avif({ effort: 0 }),
    gif: small().gif(),
  }
  for (const [kind, picture] of Object.entries(pictures)) {
    const bytes = await picture.toBuffer()
    assert.deepEqual(await probe(await file(kind, bytes)), { kind, bytes: bytes.length, width: 60, height: 40 })
  }
  assert.deepEqual(await probe(await file('heic', heicPhoto())), {
    kind: 'heic',
    bytes: heicPhoto().length,
    width: 96,
    height: 64,
  })
})

test('a drawing is told apart: it has no pixels and is cleaned as text', async (t) => {
  const { file } = await aFolder(t)
  const text = '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
  assert.deepEqual(await probe(await file('drawing', text)), { kind: 'svg', bytes: Buffer.byteLength(text) })
})

test('the size is the one that people see, once the orientation is applied', async (t) => {
  const { file } = await aFolder(t)
  const upright = await small().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const found = await probe(await file('upright.jpg', upright))
  assert.ok(found.kind === 'jpeg')
  assert.deepEqual([found.width, found.height], [40, 60])
})

test('what is no picture is refused: text, page, program, archive, nothing', async (t) => {
  const { file } = await aFolder(t)
  for (const bytes of [
    '',
    'x',
    'Bonjour',
    '<html><body><svg></svg></body></html>',
    '%PDF-1.7',
    'MZ\x90\0',
    'PK\x03\x04',
    'GIF',
    '\0\0\0\x18ftypmp42',
  ])
    await refused(await file('photo.jpg', bytes), 'not-a-picture')
})

test('a format that we do not take is named in the refusal', async (t) => {
  const { file } = await aFolder(t)
  const bmp = Buffer.alloc(64)
  bmp.write('BM')
  await refused(await file('scan.bmp', bmp), 'kind-not-supported')
})

test('a name or a type that says another thing than the bytes is refused; one that says nothing is not', async (t) => {
  const { file } = await aFolder(t)
  const path = await file('upload', await small().webp().toBuffer())
  await refused(path, 'disguised', { declared: { name: 'photo.jpg' } })
  await refused(path, 'disguised', { declared: { name: 'photo.webp.exe' } })
  await refused(path, 'disguised', { declared: { name: 'photo.webp', type: 'text/html' } })
  await refused(await file('page', '<svg onload="alert(1)"/>'), 'disguised', {
    declared: { name: 'photo.png', type: 'image/png' },
  })
  for (const declared of [
    {},
    { name: 'IMG 2031' },
    { name: 'PHOTO.WEBP', type: 'application/octet-stream' },
    { name: 'l’été.v2.webp', type: 'image/webp' },
  ])
    assert.equal((await probe(path, { declared })).kind, 'webp')
})

test('a file whose end is missing is refused before it is decoded', async (t) => {
  const { file } = await aFolder(t)
  const pictures = [small().jpeg(), small().png(), small().webp(), small().avif({ effort: 0 }), small().gif()]
  for (const bytes of [...(await Promise.all(pictures.map((picture) => picture.toBuffer()))), heicPhoto()])
    await refused(await file('cut', bytes.subarray(0, Math.floor(bytes.length * 0.7))), 'truncated')
})

test('a file of more than 60 MB is refused without being read', async (t) => {
  const { file } = await aFolder(t)
  const path = await file('heavy.jpg', await small().jpeg().toBuffer())
  await truncate(path, 60_000_001)
  await refused(path, 'too-heavy')
})

test('a bomb is refused by the size that it tells: few bytes, very many pixels', async (t) => {
  const { file } = await aFolder(t)
  const png = await small().png().toBuffer()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  // The check sum of the header is now wrong, which libvips may see first: both are refusals.
  await assert.rejects(probe(await file('bomb.png', png)), PictureRefused)
  const heic = heicPhoto()
  heic.writeUInt32BE(60_000, heic.indexOf('ispe') + 8)
  heic.writeUInt32BE(60_000, heic.indexOf('ispe') + 12)
  await refused(await file('bomb.heic', heic), 'too-many-pixels')
  await refused(await file('large.png', await small().png().toBuffer()), 'too-many-pixels', {
    limits: { bytes: 60_000_000, pixels: 2_399 },
  })
})

test('what moves is refused, with what to do instead', async (t) => {
  const { file } = await aFolder(t)
  const frames = await Promise.all([1, 2].map((seed) => aPhoto({ width: 30, height: 20, seed }).png().toBuffer()))
  const moving = sharp(frames, { join: { animated: true } })
  await refused(await file('moving.gif', await moving.clone().gif().toBuffer()), 'animated')
  await refused(await file('moving.webp', await moving.clone().webp().toBuffer()), 'animated')
})

test('a damaged or lying header is a refusal, never another error', async (t) => {
  const { file } = await aFolder(t)
  const sound = [
    await small().jpeg().toBuffer(),
    await small().png().toBuffer(),
    await small().webp().toBuffer(),
    await small().tiff().toBuffer(),
    heicPhoto(),
  ]
  let state = 7
  for (const bytes of sound)
    for (let round = 0; round < 25; round++) {
      const hurt = Buffer.from(bytes)
      for (let hit = 0; hit < 6; hit++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        hurt[(state >>> 8) % Math.min(hurt.length, 400)] = state & 0xff
      }
      const path = await file('hurt', hurt)
      await probe(path).catch((error: unknown) => assert.ok(error instanceof PictureRefused, String(error)))
    }
})
