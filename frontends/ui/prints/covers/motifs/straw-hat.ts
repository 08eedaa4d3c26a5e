import { gouge, hatch, limb, points, polygon, ring, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop, carveTable } from '../stock/wall.ts'

export const strawHat: Motif = {
  name: 'chapeau-de-paille',
  alt: 'Un chapeau de paille de Caussade et son ruban, posé sur l’établi.',
  isIndoors: true,
  unlike: ['yellow'],
  draw(scene) {
    const { random } = scene
    const ribbon = scene.paint('red', 'blue', 'green', 'rose')
    carveBackdrop(scene, [400, 280])
    carveTable(scene, 480)
    // brim
    scene.key(polygon(ring([400, 424], 330, random, 3, 44, 0.33)))
    scene.ink('yellow', polygon(ring([400, 416], 316, random, 2, 44, 0.31)))
    for (let turn = 0; turn < 4; turn++)
      for (let i = 0; i < 34; i++) {
        const angle = ((i + (turn % 2) / 2 + random() * 0.3) / 34) * Math.PI * 2
        const radius = 302 - turn * 30
        const at = (a: number) => [400 + Math.cos(a) * radius, 416 + Math.sin(a) * radius * 0.3] as const
        if (Math.sin(angle) > -0.5 || turn === 0) scene.line(gouge(at(angle), at(angle + 0.15), turn % 2 ? 3.2 : 4))
      }
    // crown
    scene.key('M196 404c-2-90 10-196 46-240 40-26 90-12 158-14s124-12 160 16c36 46 46 150 44 238-60 62-350 64-408 0z')
    const crown = 'M210 398c0-86 10-182 42-222 38-20 84-10 148-12s116-10 150 14c32 42 40 140 40 220-56 52-326 54-380 0z'
    scene.ink('yellow', crown)
    // woven braids, row after row
    for (let row = 0; row < 9; row++) {
      const y = 196 + row * 23
      const half = 152 + row * 4.4
      if (row > 4 && row < 8) continue
      for (let x = -half; x < half - 10; x += 23) {
        const sag = 26 * (1 - (x / half) ** 2)
        scene.line(
          gouge([400 + x, y + sag + 5], [400 + x + 14, y + sag - 9], 3.4),
          gouge([400 + x + 12, y + sag - 9], [400 + x + 24, y + sag + 5], 3.4),
        )
      }
    }
    scene.line('M262 178c60 38 220 36 280-2-10 50-40 62-140 62s-130-14-140-60z')
    scene.ink('orange', 'M284 192c60 26 176 26 236-2-14 26-46 36-118 36s-104-10-118-34z')
    // ribbon
    scene.line('M204 314c80 62 316 60 392-2l6 88c-60 62-340 64-404 0z')
    scene.ink(ribbon, 'M212 334c90 54 300 52 378 0l3 62c-66 50-318 52-386 2z')
    scene.cut(gouge([226, 356], [400, 384], 5, { bend: -9 }), gouge([410, 384], [576, 354], 5, { bend: -9 }))
    scene.line(polygon(points('560,350 664,316 672,384 574,392')), polygon(points('570,372 640,452 604,470 560,392')))
    scene.ink(
      ribbon,
      polygon(points('576,358 652,332 659,376 582,382')),
      polygon(points('576,394 622,450 606,456 570,400')),
    )
    scene.line(polygon(ring([572, 372], 22, random, 2, 12)))
    scene.cut(strokes('600,356 640,344  602,370 644,364', 3), gouge([562, 378], [572, 360], 4))
    // tools of the trade
    if (scene.more) scene.key(limb(points('70,470 150,330'), [7, 4]), polygon(ring([64, 482], 18, random, 2, 12)))
    scene.cut(
      hatch(points('160,470 640,470 600,500 200,500'), { random, angle: 0, gap: 12, width: 3, length: 40, hole: 60 }),
    )
  },
}
