import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import sharp from 'sharp'

/** A temporary folder for one test, and files in it. */
export async function aFolder(test: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'media-test-'))
  test.after(() => rm(folder, { recursive: true, force: true }))
  return {
    folder,
    async file(name: string, bytes: Uint8Array | string) {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    },
  }
}

/** A picture that resembles a photo: soft blobs of colour at places that `seed` decides. */
export function aPhoto({ width = 480, height = 320, seed = 1 } = {}) {
  const random = lcg(seed)
  const blobs = Array.from({ length: 7 }, () => {
    const [x, y, size] = [random() * 100, random() * 100, 15 + random() * 30]
    const colour = `rgb(${[random(), random(), random()].map((part) => Math.round(part * 255)).join(',')})`
    return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * (0.5 + random())}" fill="${colour}"/>`
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none"><rect width="100" height="100" fill="#889"/>${blobs.join('')}</svg>`
  return sharp(Buffer.from(drawing)).flatten()
}

/** Numerical Recipes' generator: the same pictures on every machine. */
function lcg(seed: number) {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
