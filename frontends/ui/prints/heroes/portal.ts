import { chatter, gouge, gouges, limb, polygon, rough, seededRandom } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { type Cut, line, type Place, rows } from '../hand/points.ts'
import { createSheet, type Sheet } from '../hand/sheet.ts'
import { bridge } from '../scenery/bridge.ts'
import { cliff, scrub } from '../scenery/cliff.ts'
import { houses } from '../scenery/houses.ts'
import { acorns, foliage } from '../scenery/oak.ts'
import { sun } from '../scenery/sun.ts'
import { poplar, wood } from '../scenery/trees.ts'
import { ripples } from '../scenery/water.ts'

/** The portal: causse, village, bridge and oak around the Aveyron. Type stands at the left, above y 620. */
export function portalHero(): string {
  const sheet = createSheet()
  for (const part of [sky, plateau, fields, rock, causse, village, river, bank, branch]) part(sheet)
  return sheet.svg([0, 0, 1600, 830])
}

/** For phones: the same country, where the cliff and the branch come nearer to the village. */
export function portalHeroNarrow(): string {
  const sheet = createSheet()
  const at = (x: number, y: number, ...parts: ((sheet: Sheet) => void)[]) =>
    sheet.at(`translate(${x} ${y})`, () => {
      for (const part of parts) part(sheet)
    })
  at(-500, -110, sky, plateau, rock)
  at(-600, -110, causse)
  at(-500, -110, village, river)
  at(-640, -110, bank)
  at(-716, -66, branch)
  return sheet.svg([0, 0, 800, 720])
}

function sky(sheet: Sheet) {
  const random = seededRandom('sky')
  sun(sheet, [1010, 318], 150, random)
  sheet.add(
    'k',
    chatter(line('700,520 800,470 860,470 820,540 720,570'), {
      random,
      count: 8,
      length: 36,
      width: 2,
      angle: -16,
      spread: 6,
    }),
  )
}

function plateau(sheet: Sheet) {
  const random = seededRandom('plateau')
  sheet.add(
    'g',
    rough(
      line('0,684 150,668 330,672 480,648 640,632 770,596 880,560 1060,540 1200,548 1300,600 1300,790 0,790'),
      random,
      3,
      60,
    ),
  )
  wood(sheet, line('480,658 640,638'), 6, 20, random)
  wood(sheet, line('680,630 770,604 850,578'), 7, 18, random)
}

function fields(sheet: Sheet) {
  const random = seededRandom('fields')
  sheet.add('y', polygon(line('0,706 120,690 330,688 420,676 300,724 0,740')))
  sheet.add(
    'k',
    flow(line('0,706 120,690 330,688 420,676'), line('0,742 120,736 220,732 300,724'), {
      random,
      lines: 5,
      width: 2.2,
      cut: 0.4,
      hole: 0.03,
    }),
  )
  sheet.add(
    'p',
    flow(line('330,700 480,664 640,646 800,604'), line('300,740 480,720 640,700 800,690'), {
      random,
      lines: 6,
      width: 3,
      cut: 0.22,
      hole: 0.13,
      skip: 0.1,
    }),
  )
  wood(sheet, line('10,690 150,674 330,678'), 9, 19, random)
}

function rock(sheet: Sheet) {
  const random = seededRandom('rock')
  sheet.add(
    'k',
    rough(
      line(
        '800,720 822,640 846,596 852,540 884,510 930,496 974,470 1060,474 1098,500 1140,524 1170,580 1200,640 1210,730',
      ),
      random,
      3,
      40,
    ),
  )
}

function causse(sheet: Sheet) {
  const random = seededRandom('causse')
  cliff(
    sheet,
    line('1452,10 1440,64 1404,78 1392,196 1338,210 1342,262 1296,284 1282,438 1226,454 1230,512 1196,528 1172,676'),
    { right: 1604, bottom: 790, reach: 310, random },
  )
  scrub(sheet, rows<Place>('1222,452,20 1250,444,12 1192,524,14'), random)
}

function village(sheet: Sheet) {
  const random = seededRandom('village')
  houses(sheet, rows('926,566,50,52,20 1038,560,54,52,19'), random)
  // bell tower
  sheet.add('k', polygon(line('970,640 972,448 966,446 999,356 1034,446 1029,448 1032,640')))
  sheet.add('r', polygon(line('974,442 999,372 1026,442')))
  sheet.add('p', polygon(line('978,636 979,454 1008,454 1010,636')), gouges([[990, 436, 998, 396]], 2))
  sheet.add('k', 'M985 484c0-12 17-12 17 0v28h-17zM978 520h32v4h-32zM989 534h10v17h-10zM978 566h32v3h-32z')
  houses(sheet, rows('876,582,60,48,19 1092,576,56,50,20 1140,604,52,50,18'), random)
  houses(sheet, rows('842,628,64,48,20 912,624,52,56,19 1030,622,62,56,21 1100,634,62,50,20'), random)
  houses(sheet, rows('872,668,72,48,22 950,664,64,62,18 1020,672,74,48,22 1104,680,70,50,20'), random)
}

function river(sheet: Sheet) {
  const random = seededRandom('river')
  sheet.add('k', rough(line('-10,724 260,722 520,700 800,690 1200,690 1240,720 0,744'), random, 3, 60))
  sheet.add(
    'b',
    rough(line('-10,740 260,736 520,720 820,706 1190,704 1226,740 1120,776 980,834 -10,834'), random, 2, 70),
  )
  sheet.add(
    'k',
    flow(line('850,714 1010,712 1180,712'), line('930,766 1040,762 1130,756'), {
      random,
      lines: 6,
      width: 4,
      cut: 0.22,
      hole: 0.1,
      skip: 0.1,
    }),
  )
  sheet.add('p', ripples(line('0,750 500,738 900,726 1180,722'), line('0,826 400,826 800,820 1040,792'), 7, random))
  bridge(
    sheet,
    line('470,664 560,640 670,626 780,636 866,658'),
    738,
    rows<Cut>('560,726,36,46 668,724,50,66 780,724,38,50'),
    random,
  )
  sheet.add(
    'k',
    gouges(
      rows<Cut>('520,752,590,749 610,760,720,757 736,750,820,747 560,772,660,770 690,778,760,775 480,742,520,741'),
      4.4,
    ),
  )
  poplar(sheet, [444, 726], 132, random)
  poplar(sheet, [416, 729], 96, random)
}

function bank(sheet: Sheet) {
  const random = seededRandom('bank')
  const bank = line('1610,690 1480,690 1360,706 1240,724 1140,762 1040,800 960,840 1610,840')
  sheet.add('k', rough(bank, random, 4, 50))
  sheet.add(
    'g',
    comb(line('1600,720 1420,730 1260,756 1120,794 1010,830'), {
      random,
      count: 40,
      width: 5.4,
      length: 34,
      angle: -64,
      fan: 16,
    }),
    comb(line('1600,776 1420,782 1200,812'), { random, count: 22, width: 5, length: 34, angle: -60 }),
  )
  sheet.add(
    'p',
    comb(line('1590,748 1400,762 1200,800'), { random, count: 13, width: 3.4, length: 28, angle: -66, fan: 10 }),
  )
}

function branch(sheet: Sheet) {
  const random = seededRandom('branch')
  sheet.add(
    'k',
    limb(line('1620,-24 1500,20 1400,50 1300,92 1216,124'), [42, 34, 24, 14, 4]),
    limb(line('1420,44 1370,100 1338,160'), [14, 9, 3]),
    limb(line('1330,78 1260,74 1196,66'), [10, 7, 3]),
  )
  sheet.add('p', gouge([1590, -8], [1440, 40], 3.4), gouge([1420, 50], [1320, 86], 2.6))
  foliage(
    sheet,
    rows<Cut>(
      '1216,126,132,164 1198,68,124,200 1336,68,138,240 1338,156,142,108 1250,112,116,98 1424,44,132,116 1412,30,124,252 1512,20,134,98 1290,88,112,228 1500,6,128,214 1592,-24,130,150',
    ),
    random,
  )
  acorns(sheet, rows<Place>('1296,116,-14 1320,110,10 1462,66,-6'))
}
