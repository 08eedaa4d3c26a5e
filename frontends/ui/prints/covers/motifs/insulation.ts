import { disc, gouge, hatch, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'

export const insulation: Motif = {
  name: 'isolation',
  alt: 'Une maison au chaud dans une grosse écharpe de laine.',
  draw(scene) {
    const { random, lift } = scene
    const wool = scene.paint('red', 'orange', 'blue', 'green')
    const band = wool === 'red' || wool === 'blue' ? 'yellow' : 'paper'
    carveSky(scene, { horizon: 420 + lift, sunX: 130, sunY: 130, size: 70 })
    carveHills(scene, 420 + lift, { hidden: 535 })
    carveGround(scene, 540)
    // chimney and its smoke
    scene.key(rough(points('514,96 572,94 576,220 512,190'), random, 2, 60))
    scene.key(
      gouge([548, 74], [660, 34], 17, { belly: 0.6, bend: -26 }),
      gouge([612, 62], [720, 66], 12, { bend: -16 }),
    )
    scene.key(rough(points('206,268 594,262 606,566 196,568'), random, 3, 90))
    scene.cut(rough(points('218,270 582,264 592,554 208,556'), random, 2, 90))
    scene.line(
      hatch(points('224,420 586,414 588,550 212,552'), {
        random,
        angle: 88,
        gap: 24,
        width: 3.6,
        length: 40,
        hole: 34,
        skip: 0.3,
      }),
    )
    scene.key(rough(points('148,284 400,66 652,276 634,306 400,120 166,312'), random, 3, 80))
    scene.line(rough(points('200,280 400,108 602,274'), random, 2, 80))
    scene.cut(
      hatch(points('226,270 400,122 576,266'), {
        random,
        angle: 40,
        gap: 16,
        width: 4.6,
        length: 44,
        hole: 12,
        skip: 0.1,
      }),
    )
    scene.line(disc([400, 218], 40, random, 2, 18))
    scene.ink('yellow', disc([400, 218], 29, random, 2, 16))
    scene.line('M397 186h7v64h-7zM368 215h64v7h-64z')
    // windows and door under the scarf
    scene.line('M252 436h92v92h-94zM440 430h100v128h-102z')
    scene.ink('yellow', 'M262 446h32v72h-33zM302 446h32v72h-32z')
    scene.ink(scene.unlikeSky('green', 'blue'), 'M452 442h76v112h-78z')
    scene.line('M508 492h10v16h-10z')
    // the scarf
    scene.line(rough(points('172,316 300,336 460,338 626,306 634,402 470,432 300,430 176,408'), random, 3, 90))
    const scarf = points('182,328 300,348 460,350 616,320 622,392 468,420 300,418 188,398')
    scene.ink(wool, rough(scarf, random, 2, 90))
    scene.ink(
      band,
      polygon(points('236,338 274,344 274,416 238,408')),
      polygon(points('352,349 396,350 396,420 352,420')),
      polygon(points('562,330 596,324 602,397 568,403')),
    )
    scene.line(hatch(scarf, { random, angle: 62, gap: 12, width: 2.6, length: 26, hole: 16, inset: 6 }))
    scene.key(polygon(points('464,332 556,318 596,520 496,536')))
    const end = points('476,344 548,332 582,508 508,520')
    scene.ink(wool, polygon(end))
    scene.ink(
      band,
      polygon(points('486,396 558,384 564,416 492,428')),
      polygon(points('498,460 570,448 574,472 503,484')),
    )
    scene.line(hatch(end, { random, angle: -28, gap: 12, width: 2.6, length: 26, hole: 14, inset: 6 }))
    for (let i = 0; i < 6; i++)
      scene.key(
        limb(
          [
            [506 + i * 15, 518 - i * 3],
            [508 + i * 17, 560 - i * 3],
          ],
          [9, 6],
        ),
      )
    // frost
    if (scene.hour === 'night')
      scene.cut(
        strokes(
          '90,330 112,352  112,330 90,352  694,214 714,236  714,214 694,236  720,420 738,440  738,420 720,440',
          4,
        ),
      )
  },
}
