import { disc, gouge, hatch, limb, points, polygon, rays, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop } from '../stock/wall.ts'

/** Fields of the plan, as they lie between river and roads. */
const fields: [ink: 'green' | 'yellow' | 'orange' | 'sand', outline: string, angle: number][] = [
  ['green', '88,128 236,108 250,214 96,236', 20],
  ['yellow', '246,106 372,92 388,168 258,212', -60],
  ['sand', '382,90 520,72 536,130 470,196 396,170', 0],
  ['orange', '98,246 250,224 262,330 106,352', -30],
  ['green', '262,222 392,178 458,204 420,300 272,328', 70],
  ['yellow', '108,362 262,340 272,436 114,462', 80],
  ['sand', '274,338 408,312 372,420 284,434', 0],
  ['green', '556,130 700,120 706,236 500,222', 40],
  ['orange', '496,234 706,246 712,352 470,338', -20],
  ['yellow', '458,352 712,362 716,470 430,452', 60],
]

export const planCompass: Motif = {
  name: 'plan-et-boussole',
  alt: 'Un plan des parcelles, des villages et de la rivière, et une boussole posée dessus.',
  isIndoors: true,
  unlike: ['sand'],
  draw(scene) {
    const { random } = scene
    carveBackdrop(scene, [400, 300])
    scene.key(
      rough(points('60,112 240,84 400,100 560,64 742,92 752,486 576,470 408,504 238,478 70,506'), random, 2, 150),
    )
    scene.cut(
      rough(points('72,122 240,96 400,112 560,76 731,103 740,473 576,458 408,492 238,466 82,492'), random, 1, 170),
    )
    fields.forEach(([ink, outline, angle], index) => {
      if (index === 3 + scene.more) return // left blank: what is still to be decided
      const field = points(outline)
      scene.ink(ink, rough(field, random, 3, 60))
      scene.line(
        hatch(field, {
          random,
          angle,
          gap: index % 3 === 1 ? 15 : 20,
          width: 3,
          length: index % 2 ? 26 : 70,
          hole: 20,
          skip: 0.1,
          inset: 10,
        }),
      )
    })
    // river and roads
    scene.line(limb(points('548,70 546,130 480,206 440,310 400,400 410,500'), [40, 44]))
    scene.ink('blue', limb(points('548,76 546,132 480,208 440,312 400,402 410,494'), [24, 28]))
    scene.cut(strokes('548,90 542,130  530,150 490,196  474,224 448,290  434,330 408,392  402,420 408,480', 4))
    scene.line(
      limb(points('76,356 262,334 420,306'), [7]),
      limb(points('250,100 264,330 276,462'), [7]),
      limb(points('462,342 740,360'), [7]),
      limb(points('500,226 736,240'), [7]),
    )
    // villages
    for (const [x, y] of [
      [262, 330],
      [620, 238],
      [180, 236],
      [600, 356],
    ] as const) {
      scene.line(
        polygon([
          [x - 30, y + 18],
          [x - 28, y - 10],
          [x, y - 36],
          [x + 28, y - 12],
          [x + 30, y + 16],
        ]),
      )
      scene.ink(
        'red',
        polygon([
          [x - 20, y - 8],
          [x, y - 27],
          [x + 20, y - 9],
        ]),
      )
      scene.cut(
        polygon([
          [x - 20, y + 10],
          [x - 20, y - 2],
          [x + 20, y - 3],
          [x + 20, y + 9],
        ]),
      )
    }
    // folds
    scene.line(gouge([240, 90], [240, 474], 4), gouge([400, 106], [408, 500], 3), gouge([560, 70], [576, 466], 4))
    // compass
    const at = scene.way > 0.5 ? ([560, 420] as const) : ([250, 430] as const)
    const [x, y] = at
    scene.line(disc(at, 146, random, 2, 36), disc([x, y - 158], 26, random, 1, 16))
    scene.cut(disc([x, y - 158], 13, random, 1, 12))
    scene.ink(scene.unlikeSky('yellow', 'orange'), disc(at, 132, random, 1, 36))
    scene.line(disc(at, 112, random, 1, 34))
    scene.cut(disc(at, 104, random, 1, 34))
    scene.line(rays(at, 86, 102, { random, count: 36, width: 3, short: 0.6 }))
    for (let i = 0; i < 4; i++) {
      const a = (i * Math.PI) / 2
      const to = (angle: number, radius: number) =>
        [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const
      scene.line(polygon([to(a + Math.PI / 4, 54), to(a + Math.PI / 2, 18), to(a, 18)]))
      scene.line(polygon([to(a, 84), to(a + 0.62, 22), to(a, 0), to(a - 0.62, 22)]))
      scene.cut(polygon([to(a, 72), to(a + 0.5, 19), to(a, 4)]))
    }
    const north = -1.2 + scene.way
    const tip = (angle: number, radius: number) => [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const
    scene.line(polygon([tip(north, 100), tip(north + 1.57, 19), tip(north + 3.14, 100), tip(north - 1.57, 19)]))
    scene.ink('red', polygon([tip(north, 90), tip(north + 1.57, 12), tip(north - 1.57, 12)]))
    scene.cut(polygon([tip(north + 3.14, 88), tip(north + 1.57, 11), tip(north - 1.57, 11)]))
    scene.line(disc(at, 8, random, 0, 10))
  },
}
