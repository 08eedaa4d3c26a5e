import { gouges, limb, polygon, rough, seededRandom } from '../carving/carving.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { createSheet } from '../hand/sheet.ts'
import { houses } from '../scenery/houses.ts'
import { acorns, foliage } from '../scenery/oak.ts'
import { ripples } from '../scenery/water.ts'

/** A village and its oak: the portal, as its sister sites show it. */
export function portalPlate(): string {
  const random = seededRandom('village')
  const sheet = createSheet()
  sheet.add(
    'k',
    rough(line('60,560 110,440 180,380 260,320 340,290 430,300 520,350 590,420 650,520 680,560'), random, 3, 50),
  )
  sheet.at('translate(-1100 -640)scale(1.45)', () => {
    houses(sheet, rows('926,650,50,52,20 1040,646,54,52,19'), random)
    sheet.add('k', polygon(line('970,724 972,540 964,538 999,440 1036,538 1029,540 1032,724')))
    sheet.add('r', polygon(line('973,534 999,458 1028,534')))
    sheet.add('p', polygon(line('978,720 979,546 1008,546 1010,720')), gouges(rows<Cut>('990,528,998,486'), 2))
    sheet.add('k', 'M985 574c0-12 17-12 17 0v28h-17zM978 610h32v4h-32zM989 624h10v17h-10zM978 656h32v3h-32z')
    houses(sheet, rows('868,676,60,48,19 1092,672,56,50,20'), random)
    houses(sheet, rows('836,716,64,48,20 908,712,56,56,19 1030,712,62,56,21 1104,722,62,50,20'), random)
    houses(sheet, rows('866,756,76,48,22 952,752,64,62,18 1024,760,74,48,22'), random)
  })
  sheet.add('k', rough(line('-6,476 120,470 700,474 806,462 806,606 -6,606'), random, 3, 90))
  sheet.add('b', rough(line('-6,500 200,490 600,494 806,484 806,606 -6,606'), random, 2, 90))
  sheet.add(
    'k',
    gouges(rows<Cut>('160,512,300,508 330,520,480,514 240,536,380,532 430,540,560,534 520,512,640,508'), 5),
  )
  sheet.add('p', ripples(line('20,516 780,504'), line('10,592 790,588'), 6, random, 4.4))
  sheet.add(
    'k',
    limb(line('810,-30 740,30 640,66 560,110'), [40, 26, 14, 4]),
    limb(line('700,46 660,130 640,180'), [14, 9, 3]),
  )
  foliage(
    sheet,
    rows<Cut>(
      '566,110,136,160 600,72,120,214 648,160,140,118 700,60,140,96 640,66,130,250 740,30,150,82 770,4,140,236',
    ),
    random,
  )
  acorns(sheet, rows<readonly [number, number, number]>('612,104,-10 636,100,12'))
  return sheet.svg([0, 0, 800, 600])
}
