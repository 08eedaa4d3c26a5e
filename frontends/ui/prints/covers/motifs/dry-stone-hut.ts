import { disc, gouge, type Point, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

/** Half its width at a height of its own, from 0 (ground) to 1 (top). */
const half = (t: number) => (t < 0.42 ? 236 - t * 24 : 236 * Math.sqrt(Math.max(0, 1 - ((t - 0.32) / 0.7) ** 2)))

export const dryStoneHut: Motif = {
  name: 'gariotte',
  alt: 'Une gariotte, cabane ronde de pierres sèches, sur le causse.',
  draw(scene) {
    const { random, left, lift } = scene
    carveSky(scene, { horizon: 420 + lift, sunX: 660, sunY: 130, size: 78 })
    carveHills(scene, 420 + lift, { hidden: 530 })
    carveTree(scene, [96, 500], 220)
    if (scene.more) carveTree(scene, [700, 480], 150)
    const [x, ground, height] = [400, 540, 446]
    const outline: Point[] = []
    for (let t = 0; t <= 1.001; t += 0.1) outline.push([x - half(t), ground - t * height])
    for (let t = 1; t >= -0.001; t -= 0.1) outline.push([x + half(t), ground - t * height])
    scene.key(rough(outline, random, 5, 40), rough(points('368,110 376,78 426,76 434,110'), random, 3, 40))
    // courses of stones, corbelled to the top
    for (let row = 0; row < 15; row++) {
      const t = (row + 0.15) / 15.4
      const y = ground - t * height
      const thick = row < 6 ? 22 : 19
      let px = x - half(t + 0.03) + 7
      const end = x + half(t + 0.03) - 7
      while (px < end - 14) {
        const wide = Math.min(end - px, 32 + random() * 46)
        const isDoor = px + wide > 336 && px < 464 && y > 330
        const share = (px + wide / 2 - (x - 236)) / 472
        const tone = thick * (1.1 - share * 0.62)
        if (!isDoor && wide > 12)
          scene.cut(
            polygon([
              [px, y - tone + random() * 3],
              [px + wide - 6, y - tone + random() * 4],
              [px + wide - 5, y - 5],
              [px + 2, y - 4 - random() * 2],
            ]),
          )
        px += wide
      }
    }
    // door
    scene.line('M338 548l4-150q12-66 58-66t58 66l6 150z')
    scene.cut(polygon(points('330,352 396,330 470,350 468,372 396,350 334,374')))
    scene.ink(scene.paint('orange', 'red', 'blue', 'green'), 'M362 548l3-130q6-36 36-36l1 166z')
    carveGround(scene, 536)
    // a wall of the same stones, and wild grass
    for (let i = 0; i < 6; i++) {
      const at = left - 10 + i * 36
      scene.key(disc([at, 536 - (i % 2) * 4], 25, random, 4, 9))
      scene.cut(gouge([at - 14, 534], [at + 4, 518], 5, { bend: -4 }))
    }
    scene.ink(
      scene.unlikeSky('green', 'yellow'),
      strokes('640,560 622,500  652,560 654,486  664,560 690,504  700,570 694,520  712,570 730,524', 7),
    )
  },
}
