import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { derive } from './derive.ts'
import { PictureRefused } from './picture-refused.ts'
import { heicPhoto } from './testing/heic.ts'
import { aFolder, aPhoto } from './testing/pictures.ts'

/** Small and quick; what is tested does not depend on the size. */
const quick = { widths: [80, 160], avifEffort: 0 } as const

async function pixelOf(path: string, x: number, y: number) {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true })
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)]
}

function assertColour(found: number[], wanted: number[], within = 14) {
  assert.ok(
    found.every((part, n) => Math.abs(part - (wanted[n] ?? 0)) <= within),
    `${found} is not ${wanted}`,
  )
}

test('a picture becomes a ladder of widths in three formats, with their true sizes', async (t) => {
  const { folder, file } = await aFolder(t)
  const made = await derive(await file('photo', await aPhoto({ width: 240, height: 120 }).jpeg().toBuffer()), {
    ...quick,
    folder,
    stem: 'moulin',
  })
  assert.deepEqual(
    made.derivatives.map(({ name }) => name),
    [80, 160].flatMap((width) => [`moulin-${width}.avif`, `moulin-${width}.webp`, `moulin-${width}.jpg`]),
  )
  for (const { name, width, height, format, bytes } of made.derivatives) {
    const found = await sharp(join(folder, name)).metadata()
    assert.equal(found.format, format === 'avif' ? 'heif' : format)
    assert.deepEqual([found.width, found.height], [width, height])
    assert.equal(bytes, (await stat(join(folder, name))).size)
  }
  assert.deepEqual(made.source, { kind: 'jpeg', bytes: made.source.bytes, width: 240, height: 120 })
})

test('copies carry the sRGB profile and nothing of what the camera wrote: no position, no date, no name', async (t) => {
  const { folder, file } = await aFolder(t)
  const photo = await aPhoto({ width: 100, height: 60 })
    .withExif({ IFD0: { Artist: 'SECRET' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 3/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  assert.ok(photo.includes('SECRET'))
  const { derivatives } = await derive(await file('photo', photo), { ...quick, folder })
  for (const { name } of derivatives) {
    const { exif, xmp, iptc, orientation, icc } = await sharp(join(folder, name)).metadata()
    assert.deepEqual([exif, xmp, iptc, orientation], [undefined, undefined, undefined, undefined], name)
    assert.ok(icc && icc.length < 1_000, name)
    assert.ok(!(await readFile(join(folder, name))).includes('SECRET'))
  }
})

test('a picture taken upright stands upright', async (t) => {
  const { folder, file } = await aFolder(t)
  const halves = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="80"><rect width="80" height="80" fill="#f00"/><rect x="80" width="80" height="80" fill="#00f"/></svg>`
  const turned = await sharp(Buffer.from(halves))
    .flatten()
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer()
  const { derivatives } = await derive(await file('photo', turned), { ...quick, folder, formats: ['jpeg'] })
  assert.deepEqual(
    derivatives.map(({ width, height }) => [width, height]),
    [[80, 160]],
  )
  assertColour(await pixelOf(join(folder, 'image-80.jpg'), 40, 20), [254, 0, 0])
  assertColour(await pixelOf(join(folder, 'image-80.jpg'), 40, 140), [0, 0, 254])
})

test('colours of a wider space are brought to sRGB, also from HEIC', async (t) => {
  const { folder, file } = await aFolder(t)
  const red = sharp({ create: { width: 100, height: 60, channels: 3, background: { r: 200, g: 60, b: 40 } } })
  const tiff = await red.tiff().toBuffer()
  await derive(await file('srgb', tiff), { ...quick, folder, stem: 'srgb', formats: ['jpeg'] })
  assertColour(await pixelOf(join(folder, 'srgb-100.jpg'), 60, 40), [200, 60, 40], 4)
  // rgb(200, 60, 40) of Display P3 is a stronger red than its numbers say.
  const made = await derive(await file('p3', heicPhoto()), { ...quick, folder, stem: 'p3' })
  assert.equal(made.source.kind, 'heic')
  assertColour(await pixelOf(join(folder, 'p3-96.jpg'), 70, 50), [217, 45, 25], 10)
  assertColour(await pixelOf(join(folder, 'p3-96.webp'), 70, 50), [217, 45, 25], 10)
  assert.ok(!(await readdir(folder)).some((name) => name.endsWith('.tif')))
})

test('transparency stays where the format has it, is white in JPEG, and goes when it is not used', async (t) => {
  const { folder, file } = await aFolder(t)
  const clear = await sharp({ create: { width: 90, height: 60, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  await derive(await file('clear', clear), { ...quick, folder, stem: 'clear' })
  assert.equal((await sharp(join(folder, 'clear-80.webp')).metadata()).hasAlpha, true)
  assertColour(await pixelOf(join(folder, 'clear-80.jpg'), 10, 10), [255, 255, 255], 2)
  const opaque = await aPhoto({ width: 90, height: 60 }).ensureAlpha().png().toBuffer()
  await derive(await file('opaque', opaque), { ...quick, folder, stem: 'opaque' })
  assert.equal((await sharp(join(folder, 'opaque-80.webp')).metadata()).hasAlpha, false)
})

test('grey, 16-bit, CMYK and palette pictures become ordinary ones', async (t) => {
  const { folder, file } = await aFolder(t)
  const photo = () => aPhoto({ width: 90, height: 60 })
  const odd = {
    grey: photo().greyscale().jpeg(),
    deep: photo().toColourspace('rgb16').png(),
    cmyk: photo().toColourspace('cmyk').jpeg(),
    palette: photo().png({ palette: true }),
  }
  for (const [stem, picture] of Object.entries(odd)) {
    await derive(await file(stem, await picture.toBuffer()), { ...quick, folder, stem, formats: ['webp'] })
    const { space, depth } = await sharp(join(folder, `${stem}-80.webp`)).metadata()
    assert.deepEqual([space, depth], ['srgb', 'uchar'], stem)
  }
})

test('a file that is damaged inside is refused, and leaves nothing behind', async (t) => {
  const { folder, file } = await aFolder(t)
  const whole = await aPhoto({ width: 300, height: 200 }).jpeg().toBuffer()
  const hollow = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])])
  const path = await file('hollow', hollow)
  await assert.rejects(derive(path, { ...quick, folder }), (error) => {
    assert.ok(error instanceof PictureRefused)
    return ['truncated', 'unreadable'].includes(error.code)
  })
  assert.deepEqual(await readdir(folder), ['hollow'])
})

test('a stem cannot lead out of the folder', async (t) => {
  const { folder, file } = await aFolder(t)
  const path = await file('photo', await aPhoto({ width: 90, height: 60 }).jpeg().toBuffer())
  await assert.rejects(derive(path, { ...quick, folder, stem: '../out' }), RangeError)
})
