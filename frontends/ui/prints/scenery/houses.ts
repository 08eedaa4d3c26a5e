import { gouge, polygon, type Random } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

type House = readonly [x: number, y: number, width: number, height: number, roof: number]

/** Houses of a village: walls in the light, one side in shadow, a tiled roof. */
export function houses(sheet: Sheet, row: readonly House[], random: Random, roofInk: 'r' | 'o' | 'k' = 'r') {
  let walls = ''
  let shadows = ''
  let windows = ''
  let roofs = ''
  let tiles = ''
  for (const [x, y, width, height, roof] of row) {
    const waver = () => (random() - 0.5) * 3
    const right = x + width
    const top = y - height
    walls += polygon([
      [x + waver(), y],
      [x + waver(), top],
      [right + waver(), top + waver()],
      [right, y],
    ])
    shadows +=
      polygon([
        [right - width * 0.28, top],
        [right + 2, top],
        [right + 2, y],
        [right - width * 0.28 + waver(), y],
      ]) +
      polygon([
        [x - 7, top + 4],
        [x + width * 0.14, top - roof - 4],
        [right - width * 0.1, top - roof - 3],
        [right + 7, top + 5],
      ])
    roofs += polygon([
      [x - 2, top - 1],
      [x + width * 0.18, top - roof],
      [right - width * 0.13, top - roof + 1],
      [right + 1, top],
    ])
    const columns = Math.max(1, Math.floor((width * 0.7) / 17))
    for (let column = 0; column < columns; column++) {
      const at = Math.round(x + 6 + column * 16 + waver() / 2)
      windows += `M${at} ${top + 12}h6v11h-6z`
      if (height > 46) windows += column % 3 === 1 ? `M${at - 1} ${y - 16}h8v16h-8z` : `M${at} ${top + 34}h6v11h-6z`
      tiles += gouge([at + 4, top - roof + 5], [at - 1, top - 3], 1.8)
    }
  }
  sheet.add('p', walls)
  sheet.add('k', shadows, windows)
  sheet.add(roofInk, roofs)
  sheet.add(roofInk === 'k' ? 'p' : 'p', tiles)
}
