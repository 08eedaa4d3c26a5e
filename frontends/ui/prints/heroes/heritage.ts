import { gouges, polygon, rough, seededRandom } from '../carving/carving.ts'
import { comb } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { type Box, createSheet, type Sheet } from '../hand/sheet.ts'
import { arcade, halfTimber } from '../scenery/bastide.ts'
import { dovecote } from '../scenery/dovecote.ts'
import { fountain } from '../scenery/fountain.ts'
import { gariotte } from '../scenery/gariotte.ts'
import { passerBy } from '../scenery/passer-by.ts'
import { pigeon } from '../scenery/pigeon.ts'
import { tiledRoof } from '../scenery/roof.ts'

/** Houses of a bastide on their covered walk, on the right of the sheet; ground at y 748. */
function bastide(sheet: Sheet) {
  const random = seededRandom('bastide')
  // the stone house behind, in shadow
  sheet.add('k', rough(line('1322,752 1322,150 1360,146 1604,130 1604,752'), random, 3, 90))
  tiledRoof(sheet, line('1296,168 1350,78 1604,60 1640,150'), 12, random, 5)
  for (const [x, y] of line('1368,226 1480,218')) {
    sheet.add('p', `M${x} ${y + 104}v-62c0-22 18-34 34-42 16 8 36 20 36 42v62z`)
    sheet.add('k', `M${x + 8} ${y + 97}v-50c0-16 14-20 24-6v56zM${x + 38} ${y + 97}v-56c10-14 25-10 25 6v50z`)
    sheet.add('k', `M${x + 29} ${y + 18}h9v9h-9z`)
  }
  sheet.add(
    'p',
    gouges(rows<Cut>('1340,352,1604,344 1340,360,1500,356'), 2.8),
    comb(line('1340,190 1345,330'), { random, count: 12, width: 4, length: 20, angle: 2 }),
  )
  arcade(sheet, [1330, 372, 280, 378], [[1362, 1566]], random)
  // the half-timbered house
  halfTimber(sheet, [996, 262, 326, 196], 5, true, random)
  tiledRoof(sheet, line('962,266 1030,166 1296,156 1352,258'), 14, random, 5)
  arcade(sheet, [984, 468, 344, 282], line('1006,1144 1172,1306'), random)
  passerBy(sheet, [1068, 742], 1.1)
}

/** Heritage, on its red plate: type stands at the left, above y 600. */
export const heritageHero = (): string => draw([0, 0, 1600, 830])

/** For phones: the dovecote and the covered walk. */
export const heritageHeroNarrow = (): string => draw([700, 42, 800, 720])

function draw(box: Box): string {
  const random = seededRandom('heritage')
  const sheet = createSheet()
  bastide(sheet)
  sheet.add('k', rough(line('-10,742 300,736 640,742 980,744 1610,742 1610,840 -10,840'), random, 3, 90))
  dovecote(sheet, [850, 744], 196, random)
  if (box[0] === 0) causse(sheet)
  for (const [x, y, size, turn] of rows<Cut>('936,150,0.92,-12 1052,84,0.62,8 868,196,0.56,14 1196,104,0.5,-16'))
    pigeon(sheet, [x, y], size, turn)
  if (box[0] === 0) fountain(sheet, [664, 792], 150, random)
  // light on the square
  sheet.add(
    'p',
    gouges(
      rows<Cut>(
        '1010,760,1130,757 1170,762,1300,760 1350,758,1560,756 860,766,960,764 1080,784,1200,781 1250,790,1420,786 1460,784,1590,782 820,796,960,792 1120,812,1260,808 1320,818,1500,814 900,822,1040,818',
      ),
      3.4,
    ),
  )
  sheet.add(
    'p',
    comb(line('20,760 240,758 480,764'), { random, count: 26, width: 3.6, length: 18, angle: -80, fan: 30 }),
    comb(line('0,800 260,796 560,806'), { random, count: 24, width: 4, length: 22, angle: -80, fan: 30 }),
  )
  return sheet.svg(box)
}

/** A dry-stone hut and its wall, on the left. */
function causse(sheet: Sheet) {
  const random = seededRandom('causse')
  gariotte(sheet, [470, 784], 180, random)
  sheet.add('k', rough(line('-10,742 -10,684 120,690 300,702 380,712 400,742'), random, 3, 50))
  let wall = ''
  for (let row = 0; row < 3; row++)
    for (let x = -6; x < 350 - row * 30; ) {
      const long = 24 + random() * 34
      const y = 698 + row * 15 + x * 0.05
      if (y < 738)
        wall += polygon([
          [x, y + 10],
          [x + 2, y],
          [x + long - 2, y + 1],
          [x + long, y + 10],
        ])
      x += long + 5
    }
  sheet.add('p', wall)
}
