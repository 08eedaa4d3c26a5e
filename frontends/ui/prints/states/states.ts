import { disc, gouges, limb, oakLeaf, polygon, rays, rough } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { bridge } from '../scenery/bridge.ts'
import { gariotte } from '../scenery/gariotte.ts'
import { pigeon } from '../scenery/pigeon.ts'
import { poplar, wood } from '../scenery/trees.ts'
import { ripples } from '../scenery/water.ts'
import { land, statePlate } from './plate.ts'

/** Nothing yet: an acorn has sprouted in a field that is ready. */
export const emptyState = (): string =>
  statePlate('sprout', 'y', (sheet, random) => {
    sheet.add('p', disc([356, 110], 54, random, 1.4, 24))
    sheet.add('k', rays([356, 110], 66, 116, { random, count: 22, width: 4.4 }))
    sheet.add('k', land('-8,252 120,236 250,230 380,236 490,246', random))
    sheet.add(
      'p',
      flow(line('20,262 120,246 250,240 380,246 462,254'), line('-60,420 100,400 250,392 400,400 540,420'), {
        random,
        lines: 5,
        width: 3.4,
        cut: 0.14,
        hole: 0.05,
        skip: 0.08,
      }),
    )
    sheet.add('k', polygon(line('70,356 130,300 210,284 270,296 330,356')))
    sheet.add('k', limb(line('196,300 200,244 192,190 206,140'), [13, 10, 8, 6]))
    for (const [x, y, length, angle] of rows<Cut>('196,196,112,-158 200,172,104,-28 204,146,84,-98'))
      sheet.leaf(oakLeaf([x, y], length, angle, random, 3))
    sheet.add('o', 'M172 296C170 326 188 340 202 344 216 338 232 324 228 296z')
    sheet.add('p', 'M162 298C162 272 238 272 238 298 220 306 182 306 162 298z')
    sheet.add('k', gouges(rows<Cut>('176,294,186,282 190,298,200,280 206,298,214,282 222,296,228,284'), 2.4))
    sheet.add('p', gouges(rows<Cut>('184,306,192,330 110,330,150,306 270,312,300,342'), 2.4))
  })

/** Nothing found: a lens over stones. */
export const notFoundState = (): string =>
  statePlate('lens', 'b', (sheet, random) => {
    sheet.add('g', land('-8,226 140,208 260,214 380,200 490,210', random))
    wood(sheet, line('20,226 120,210 150,210'), 5, 15, random)
    poplar(sheet, [424, 210], 74, random)
    poplar(sheet, [446, 212], 52, random)
    sheet.add(
      'k',
      flow(line('-8,240 240,228 490,224'), line('-20,350 240,350 500,346'), {
        random,
        lines: 6,
        width: 3.4,
        cut: 0.09,
        hole: 0.12,
        skip: 0.25,
      }),
    )
    sheet.add('k', limb(line('300,248 336,282 416,344'), [22, 26, 36]))
    sheet.add('k', disc([222, 172], 120, random, 1.6, 34))
    sheet.add('p', disc([222, 172], 101, random, 1.4, 32))
    // through the glass: the same field, nearer, and nobody
    sheet.add('y', polygon(line('124,196 180,180 240,188 320,176 316,206 300,236 270,260 222,271 176,260 144,234')))
    sheet.add(
      'k',
      flow(line('132,212 220,200 314,196'), line('160,256 222,262 284,248'), {
        random,
        lines: 4,
        width: 3.4,
        cut: 0.2,
        hole: 0.08,
      }),
    )
    sheet.add('k', rough(line('176,236 184,206 214,194 250,200 270,230 262,244'), random, 2, 30))
    sheet.add('p', polygon(line('188,232 194,210 214,202 222,228')))
    sheet.add('p', gouges(rows<Cut>('232,208,240,232'), 2.4))
    sheet.add('k', gouges(rows<Cut>('150,132,186,92 164,150,214,92'), 4))
    sheet.add('p', gouges(rows<Cut>('330,270,398,322'), 4.4))
  })

/** A page that is not there: a signpost whose arms point everywhere. */
export const lostState = (): string =>
  statePlate('signpost', 'o', (sheet, random) => {
    sheet.add('y', rays([300, 186], 112, 196, { random, count: 34, width: 5, short: 0.6 }))
    sheet.add('y', disc([300, 186], 98, random, 1.6, 30))
    sheet.add('k', land('-8,262 110,246 250,250 380,240 490,250', random))
    wood(sheet, line('16,258 110,248 180,250'), 5, 16, random)
    wood(sheet, line('330,248 460,250'), 5, 15, random)
    sheet.add('p', polygon(line('40,370 214,258 236,256 206,370')))
    sheet.add('p', polygon(line('258,256 276,256 470,370 330,370')))
    sheet.add('k', gouges(rows<Cut>('110,350,176,302 190,330,212,280 300,290,352,346 380,340,420,362'), 3))
    sheet.add('k', polygon(line('234,44 258,42 264,312 232,314')))
    sheet.add('p', gouges(rows<Cut>('242,60,244,290'), 3))
    for (const [arm, grain] of [
      ['262,64 404,48 436,74 410,104 262,98', '284,80,400,70 300,88,380,84'],
      ['232,110 96,98 60,124 92,154 232,146', '104,128,214,130 120,116,190,120'],
      ['258,160 360,176 378,206 344,220 256,196', '280,180,352,196'],
    ] as const) {
      sheet.add('k', polygon(line(arm)))
      sheet.add('p', gouges(rows<Cut>(grain), 4.4))
    }
    // somebody who knows the way, and does not tell
    sheet.add('k', 'M92 96C86 74 98 58 116 56 124 46 142 46 146 58L160 64 146 68C144 84 134 96 118 98L74 116 84 100z')
    sheet.add('k', gouges(rows<Cut>('112,96,110,106 122,96,122,106'), 2.4))
    sheet.add('p', 'M132 56h5v5h-5z', gouges(rows<Cut>('96,90,118,70 104,92,126,78'), 2.4))
    sheet.add(
      'p',
      flow(line('16,316 60,300 110,290'), line('16,346 50,340 80,332'), {
        random,
        lines: 2,
        width: 3,
        cut: 0.4,
        hole: 0.1,
      }),
    )
    sheet.add(
      'p',
      comb(line('20,290 150,280'), { random, count: 8, width: 3, length: 16, angle: -80, fan: 30 }),
      comb(line('350,280 470,286'), { random, count: 8, width: 3, length: 16, angle: -80, fan: 30 }),
    )
  })

/** Something broke on our side: a storm over the causse, and a hut where one waits. */
export const stormState = (): string =>
  statePlate('storm', 'b', (sheet, random) => {
    sheet.add('k', land('-8,276 120,262 260,268 380,252 490,262', random))
    sheet.add(
      'k',
      'M-6-6L490-6 490 116C452 146 414 148 392 128 372 164 316 166 294 138 268 172 204 172 184 138 158 166 104 160 92 126 66 146 24 138-6 108z',
    )
    sheet.add(
      'p',
      gouges(
        rows<Cut>(
          '30,110,84,108 110,138,172,132 206,146,276,140 310,142,376,132 410,128,462,112 60,62,190,54 240,72,400,60 120,92,220,90 290,100,430,92',
        ),
        4.4,
      ),
    )
    sheet.add('y', polygon(line('330,132 286,206 318,206 282,268 372,186 336,188 366,134')))
    let rain = ''
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 15; column++) {
        const x = 16 + column * 32 + (row % 2) * 16 + random() * 10
        const y = 150 + row * 27 + random() * 12
        if (x < 268 || x > 388) rain += gouges([[x, y, x - 8, y + 16 + random() * 12]], 2.4)
      }
    sheet.add('p', rain)
    gariotte(sheet, [132, 284], 118, random)
    sheet.add('y', polygon(line('119,284 120,246 145,246 146,284')))
    sheet.add(
      'p',
      comb(line('200,296 460,290'), { random, count: 16, width: 3, length: 18, angle: -60, fan: 10 }),
      comb(line('20,326 460,322'), { random, count: 24, width: 3, length: 18, angle: -60, fan: 10 }),
    )
  })

/** It is done: a pigeon carries the letter. */
export const successState = (): string =>
  statePlate('pigeon', 'g', (sheet, random) => {
    sheet.add('k', land('-8,296 130,276 260,284 380,270 490,280', random))
    wood(sheet, line('30,292 130,278 260,284'), 7, 15, random)
    sheet.add('p', comb(line('20,322 460,316'), { random, count: 26, width: 3, length: 16, angle: -80, fan: 30 }))
    pigeon(sheet, [262, 158], 2.5, -8)
    sheet.at('translate(112 190)rotate(-8)', () => {
      sheet.add('k', polygon(line('-62,-38 64,-42 66,44 -60,46')))
      sheet.add('p', polygon(line('-55,-31 57,-35 59,37 -53,39')))
      sheet.add('k', limb(line('-54,-29 2,12 56,-32'), [5, 6, 5]))
      sheet.add('r', disc([3, 12], 14, random, 1.4, 12))
    })
    sheet.add(
      'k',
      gouges(
        rows<Cut>(
          '300,240,380,232 330,256,440,246 404,130,456,118 222,40,236,108 234,64,248,112 334,36,300,104 316,50,282,116',
        ),
        3,
      ),
    )
  })

/** No network: the bridge has lost its middle arch. */
export const offlineState = (): string =>
  statePlate('bridge', 'y', (sheet, random) => {
    sheet.add('k', rays([240, 104], 62, 112, { random, count: 24, width: 4 }))
    sheet.add('p', disc([240, 104], 50, random, 1.4, 24))
    sheet.add('g', land('-8,224 90,206 200,214 340,204 490,214', random))
    sheet.add(
      'k',
      flow(line('170,226 310,220'), line('170,256 320,252'), { random, lines: 4, width: 3, cut: 0.24, hole: 0.12 }),
    )
    wood(sheet, line('176,216 240,214 310,208'), 6, 13, random)
    sheet.add('b', polygon(line('-6,272 120,266 360,264 490,270 490,370 -6,370')))
    sheet.at('translate(-6 0)', () => bridge(sheet, line('11,206 90,184 170,178'), 296, [[98, 276, 34, 48]], random))
    sheet.at('translate(486 0)scale(-1 1)', () =>
      bridge(sheet, line('11,206 90,184 160,180'), 296, [[92, 276, 34, 48]], random),
    )
    // what is missing
    sheet.add(
      'k',
      polygon(line('164,170 182,172 176,196 186,214 172,236 180,262 166,300 150,300')),
      polygon(line('328,176 314,178 320,200 308,222 322,244 314,300 334,300')),
    )
    sheet.add(
      'k',
      rough(line('204,306 214,284 240,280 252,302'), random, 2, 20),
      rough(line('262,316 268,298 292,300 296,318'), random, 2, 20),
    )
    sheet.add(
      'p',
      gouges(rows<Cut>('216,300,222,288 272,312,276,302'), 3),
      ripples(line('20,306 460,302'), line('20,346 460,344'), 5, random, 3),
    )
    sheet.add('k', gouges(rows<Cut>('196,190,224,188 244,188,266,188 286,188,306,190'), 3))
  })
