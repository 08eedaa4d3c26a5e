import { disc, gouge, hatch, type Outline, points, polygon, rays, rough, turn } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop } from '../stock/wall.ts'

export const postcard: Motif = {
  name: 'carte-postale',
  alt: 'Une vieille carte postale du village, et une autre tournée du côté du timbre.',
  isIndoors: true,
  unlike: ['sand'],
  draw(scene) {
    const { random } = scene
    carveBackdrop(scene, [400, 300])
    // behind: the written side
    const back = (text: string): Outline => turn(points(text), 9, [470, 240])
    scene.key(rough(back('230,70 760,70 760,420 230,420'), random, 2, 150))
    scene.ink('sand', rough(back('241,81 749,81 749,409 241,409'), random, 1, 170))
    scene.line(
      hatch(back('262,110 470,110 470,220 262,220'), {
        random,
        angle: 9,
        gap: 22,
        width: 3.4,
        length: 60,
        hole: 10,
        wobble: 5,
      }),
      polygon(back('490,100 495,100 495,390 490,390')),
    )
    scene.line(polygon(back('632,96 732,96 732,212 632,212')))
    scene.ink(scene.unlikeSky('red', 'green'), polygon(back('641,105 723,105 723,203 641,203')))
    scene.cut(polygon(back('652,190 652,150 682,122 712,150 712,190')))
    scene.line(polygon(back('672,190 672,164 692,164 692,190')))
    const [mark] = back('622,196')
    if (mark) {
      scene.line(disc(mark, 56, random, 1, 24))
      scene.ink('sand', disc(mark, 48, random, 1, 24))
      scene.line(rays(mark, 34, 44, { random, count: 14, width: 3, short: 1 }), disc(mark, 26, random, 1, 16))
      scene.ink('sand', disc(mark, 20, random, 1, 16))
    }
    scene.line(hatch(back('520,280 726,280 726,390 520,390'), { random, angle: 9, gap: 22, width: 4, wobble: 2 }))
    // before: the picture
    const tilt = scene.more > 1 ? -10 : -6
    const front = (text: string): Outline => turn(points(text), tilt, [340, 370])
    const at = (x: number, y: number) => front(`${x},${y}`)[0] ?? ([x, y] as const)
    scene.line(rough(front('58,188 600,188 600,556 58,556'), random, 2, 150))
    scene.cut(rough(front('69,199 589,199 589,545 69,545'), random, 1, 170))
    scene.line(polygon(front('88,218 570,218 570,500 88,500')))
    scene.ink(scene.unlikeSky('orange', 'yellow'), polygon(front('96,226 562,226 562,492 96,492')))
    scene.ink(scene.light === 'paper' ? 'yellow' : scene.light, disc(at(200, 296), 46, random, 1, 22))
    scene.cut(rays(at(200, 296), 54, 96, { random, count: 22, width: 5 }))
    scene.ink('green', polygon(front('96,400 190,360 300,386 420,340 562,374 562,492 96,492')))
    scene.line(
      hatch(front('100,420 300,400 560,392 560,440 100,450'), {
        random,
        angle: tilt - 4,
        gap: 18,
        width: 3,
        length: 50,
        hole: 40,
      }),
    )
    // belfry and roofs
    for (const [x, y, wide, high] of [
      [300, 440, 70, 66],
      [446, 440, 84, 60],
      [250, 456, 66, 50],
      [512, 456, 50, 54],
    ] as const) {
      scene.line(
        polygon(
          front(
            `${x - 6},${y - high} ${x + wide * 0.2},${y - high - 34} ${x + wide * 0.8},${y - high - 34} ${x + wide + 6},${y - high} ${x + wide},${y} ${x},${y}`,
          ),
        ),
      )
      scene.cut(
        polygon(
          front(`${x + 6},${y - high + 8} ${x + wide * 0.6},${y - high + 8} ${x + wide * 0.6},${y} ${x + 6},${y}`),
        ),
      )
      scene.ink(
        'red',
        polygon(
          front(
            `${x + 6},${y - high - 4} ${x + wide * 0.25},${y - high - 27} ${x + wide * 0.76},${y - high - 27} ${x + wide - 6},${y - high - 4}`,
          ),
        ),
      )
      scene.line(
        polygon(
          front(
            `${x + 16},${y - high + 20} ${x + 27},${y - high + 20} ${x + 27},${y - high + 38} ${x + 16},${y - high + 38}`,
          ),
        ),
      )
    }
    scene.line(polygon(front('374,450 376,300 366,300 406,236 448,300 438,300 440,450')))
    scene.ink('red', polygon(front('382,294 406,254 432,294')))
    scene.cut(polygon(front('386,446 387,308 412,308 413,446')))
    scene.line(disc(at(400, 332), 11, random, 1, 10), polygon(front('393,368 407,368 407,396 393,396')))
    scene.ink('blue', polygon(front('96,446 562,446 562,492 96,492')))
    scene.cut(
      hatch(front('100,450 558,450 558,488 100,488'), { random, angle: tilt, gap: 10, width: 4, length: 60, hole: 40 }),
    )
    scene.line(
      polygon(front('88,500 570,500 570,492 88,492')),
      hatch(front('190,508 470,508 470,538 190,538'), {
        random,
        angle: tilt,
        gap: 15,
        width: 4.4,
        length: 60,
        hole: 12,
        wobble: 3,
      }),
    )
    scene.cut(gouge(at(300, 470), at(460, 470), 3))
  },
}
