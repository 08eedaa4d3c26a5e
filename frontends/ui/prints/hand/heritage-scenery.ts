import { gouge, gouges, limb, type Outline, type Point, polygon, type Random, rays, rough } from '../carving/carving.ts'
import { type Cut, rows } from '../hand/points.ts'
import { comb, flow } from './follow.ts'
import type { Sheet } from './sheet.ts'

/** A dry-stone hut of the causse: courses of flat stones, each shorter than the one below. */
export function gariotte(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  const outside: Outline = [
    at(-0.5, 0),
    at(-0.52, 0.2),
    at(-0.47, 0.42),
    at(-0.33, 0.62),
    at(-0.16, 0.75),
    at(0, 0.8),
    at(0.16, 0.75),
    at(0.33, 0.62),
    at(0.47, 0.42),
    at(0.52, 0.2),
    at(0.5, 0),
  ]
  sheet.add(
    'k',
    rough(outside, random, 2, size / 5),
    polygon([at(-0.1, 0.77), at(-0.08, 0.86), at(0.1, 0.87), at(0.12, 0.77)]),
  )
  let stones = ''
  for (let row = 0; row < 8; row++) {
    const v = 0.05 + row * 0.088
    const half = Math.sqrt(Math.max(0, 1 - (v / 0.82) ** 2.2)) * 0.5
    let u = -half + 0.02 + random() * 0.03
    while (u < half - 0.05) {
      const long = 0.07 + random() * 0.09
      const end = Math.min(u + long, half - 0.02)
      const light = 1 - ((u + half) / (2 * half)) * 0.65
      if (!(Math.abs((u + end) / 2) < 0.15 && v < 0.42) && end - u > 0.03)
        stones += polygon([
          at(u, v + 0.006),
          at(u + 0.008, v + 0.058 * light),
          at(end - 0.006, v + 0.056 * light),
          at(end, v + 0.002),
        ])
      u = end + 0.02
    }
  }
  sheet.add('p', stones)
  sheet.add('k', polygon([at(-0.13, 0), at(-0.12, 0.36), at(0.13, 0.37), at(0.13, 0)]))
  sheet.add('p', polygon([at(-0.17, 0.37), at(-0.16, 0.43), at(0.17, 0.44), at(0.17, 0.38)]))
}

/** A dovecote on pillars, with its mushroom stones that stop rats. */
export function dovecote(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  // pillars
  for (const u of [-0.34, 0.28]) {
    sheet.add('k', polygon([at(u - 0.065, 0), at(u - 0.05, 0.62), at(u + 0.11, 0.62), at(u + 0.125, 0)]))
    sheet.add('p', polygon([at(u - 0.035, 0.02), at(u - 0.025, 0.6), at(u + 0.04, 0.6), at(u + 0.04, 0.02)]))
    sheet.add('k', polygon([at(u - 0.12, 0.62), at(u - 0.1, 0.7), at(u + 0.16, 0.7), at(u + 0.18, 0.62)]))
    sheet.add('p', gouge(at(u - 0.08, 0.665), at(u + 0.08, 0.665), size * 0.012))
  }
  sheet.add(
    'k',
    polygon([at(-0.12, 0), at(-0.1, 0.62), at(-0.04, 0.62), at(-0.04, 0)]),
    polygon([at(0.06, 0), at(0.08, 0.62), at(0.12, 0.62), at(0.12, 0)]),
  )
  // body
  sheet.add(
    'k',
    polygon([
      at(-0.52, 0.7),
      at(-0.52, 0.78),
      at(-0.49, 0.78),
      at(-0.48, 1.52),
      at(0.48, 1.52),
      at(0.5, 0.78),
      at(0.53, 0.78),
      at(0.53, 0.7),
    ]),
  )
  sheet.add('p', polygon([at(-0.45, 0.8), at(-0.44, 1.48), at(0.17, 1.49), at(0.16, 0.8)]))
  // timber frame, and the pigeons' door
  sheet.add(
    'k',
    limb([at(-0.45, 0.82), at(-0.14, 1.16)], [size * 0.045]),
    limb([at(0.16, 0.82), at(-0.14, 1.16)], [size * 0.045]),
    limb([at(-0.46, 1.16), at(0.18, 1.16)], [size * 0.05]),
    limb([at(-0.14, 0.8), at(-0.14, 1.16)], [size * 0.04]),
  )
  sheet.add('k', polygon([at(-0.29, 1.2), at(-0.28, 1.44), at(0.02, 1.44), at(0.02, 1.2)]))
  for (const u of [-0.22, -0.13, -0.04])
    sheet.add(
      'p',
      polygon([at(u - 0.025, 1.24), at(u - 0.025, 1.31), at(u, 1.34), at(u + 0.025, 1.31), at(u + 0.025, 1.24)]),
    )
  sheet.add(
    'p',
    comb([at(0.24, 1.46), at(0.44, 1.46)], {
      random,
      count: 4,
      width: size * 0.016,
      length: size * 0.5,
      angle: 90,
      light: (share) => 1 - share * 0.5,
    }),
  )
  // roof and lantern
  sheet.add(
    'k',
    polygon([at(-0.64, 1.48), at(-0.2, 2), at(-0.16, 1.99), at(0.17, 1.99), at(0.2, 1.98), at(0.64, 1.48)]),
    polygon([at(-0.12, 1.98), at(-0.11, 2.12), at(0.12, 2.12), at(0.13, 1.98)]),
    polygon([at(-0.2, 2.1), at(-0.01, 2.34), at(0, 2.48), at(0.02, 2.34), at(0.2, 2.1)]),
  )
  sheet.add(
    'p',
    flow([at(-0.16, 1.94), at(-0.54, 1.52)], [at(0.14, 1.95), at(0.3, 1.53)], {
      random,
      lines: 8,
      width: size * 0.014,
      cut: 0.34,
      hole: 0.07,
      light: (across) => 1.25 - across,
    }),
    polygon([at(-0.08, 2), at(-0.08, 2.09), at(-0.02, 2.09), at(-0.02, 2)]),
    gouge(at(-0.12, 2.13), at(-0.03, 2.29), size * 0.013),
  )
}

/** A pigeon in flight, cut out of the plate. */
export function pigeon(sheet: Sheet, [x, y]: Point, size: number, turn: number) {
  sheet.at(`translate(${x} ${y})rotate(${turn})scale(${size})`, () => {
    sheet.add(
      'p',
      'M-40 2C-30-10-14-12 0-8 6-30 22-48 48-54 36-36 26-20 20-5 34-4 46 2 54 12 40 10 26 14 12 15-6 18-26 14-40 2z',
      'M-4-8C-16-28-18-44-12-60 0-46 10-30 12-10z',
    )
    sheet.add('k', gouges(rows<Cut>('-6,-6,-10,-44 10,-2,36,-42 22,6,46,11'), 2.2), 'M-31-1h4v4h-4z')
  })
}

/** A wall of half-timbering: posts, rails and braces over a pale wall whose panels are filled with brick. */
export function halfTimber(
  sheet: Sheet,
  [x, y, width, height]: readonly [number, number, number, number],
  bays: number,
  brick: boolean,
  random: Random,
) {
  const bay = width / bays
  const waver = () => (random() - 0.5) * 4
  sheet.add(
    'p',
    rough(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      random,
      2,
      90,
    ),
  )
  if (brick) {
    let bricks = ''
    for (let index = 0; index < bays; index += 2)
      for (let row = 0; row < 5; row++)
        for (let column = 0; column < 3; column++)
          bricks += gouge(
            [x + index * bay + 12 + column * (bay / 3.4), y + height - 12 - row * 15],
            [x + index * bay + 26 + column * (bay / 3.4), y + height - 20 - row * 15],
            3.4,
          )
    sheet.add('r', bricks)
  }
  const beam = 11
  let frame =
    limb(
      [
        [x - 8, y + 4],
        [x + width + 8, y + 2],
      ],
      [beam + 3],
    ) +
    limb(
      [
        [x - 8, y + height - 3],
        [x + width + 8, y + height - 5],
      ],
      [beam + 4],
    ) +
    limb(
      [
        [x, y + height * 0.5],
        [x + width, y + height * 0.5 + waver()],
      ],
      [beam - 1],
    )
  for (let index = 0; index <= bays; index++)
    frame += limb(
      [
        [x + index * bay + waver(), y],
        [x + index * bay + waver(), y + height],
      ],
      [beam],
    )
  for (let index = 0; index < bays; index++) {
    const left = x + index * bay
    if (index % 2)
      frame += `M${Math.round(left + bay * 0.24)} ${Math.round(y + height * 0.1)}h${Math.round(bay * 0.52)}v${Math.round(height * 0.42)}h${-Math.round(bay * 0.52)}z`
    else
      frame += limb(
        [
          [left + 4, y + height * 0.48],
          [left + bay - 4, y + 8],
        ],
        [beam - 3],
      )
    if (index % 2)
      frame +=
        limb(
          [
            [left + 4, y + height * 0.54],
            [left + bay - 4, y + height - 8],
          ],
          [beam - 3],
        ) +
        limb(
          [
            [left + bay - 4, y + height * 0.54],
            [left + 4, y + height - 8],
          ],
          [beam - 3],
        )
  }
  sheet.add('k', frame)
  let shutters = ''
  for (let index = 1; index < bays; index += 2) {
    const left = x + index * bay + bay * 0.24
    shutters += gouges(
      [
        [left + bay * 0.26, y + height * 0.12, left + bay * 0.26, y + height * 0.5],
        [left + 4, y + height * 0.3, left + bay * 0.48, y + height * 0.3],
      ],
      1.6,
    )
  }
  sheet.add('p', shutters)
}

/** Pointed arches of a bastide's covered walk; `arches` are [left, right] of the openings. */
export function arcade(
  sheet: Sheet,
  [x, y, width, height]: readonly [number, number, number, number],
  arches: readonly (readonly [number, number])[],
  random: Random,
) {
  const foot = y + height
  sheet.add(
    'k',
    rough(
      [
        [x - 6, y - 4],
        [x + width + 6, y - 6],
        [x + width + 6, foot],
        [x - 6, foot],
      ],
      random,
      2,
      90,
    ),
  )
  sheet.add(
    'p',
    rough(
      [
        [x, y + 4],
        [x + width, y + 2],
        [x + width, foot - 6],
        [x, foot - 6],
      ],
      random,
      2,
      90,
    ),
  )
  let joints = ''
  for (let row = 1; row < height / 34; row++)
    for (let left = x + 6 + random() * 30; left < x + width - 30; left += 50 + random() * 60)
      if (
        !arches.some(
          ([from, to]) =>
            left + 50 > from &&
            left < to &&
            (row * 34) / height > 0.12 + (Math.abs(left + 26 - (from + to) / 2) / (to - from)) * 0.5,
        )
      )
        joints += gouge([left, y + row * 34], [left + 26 + random() * 30, y + row * 34 + random() * 3 - 1], 1.7)
  sheet.add('k', joints)
  for (const [left, right] of arches) {
    const middle = (left + right) / 2
    const half = (right - left) / 2
    const spring = foot - (height - half * 1.25 - 34)
    const vault = (inset: number) =>
      `M${left + inset} ${foot}V${Math.round(spring)}C${left + inset} ${Math.round(spring - half * 0.72)} ${Math.round(middle - half * 0.45)} ${Math.round(spring - half * 1.08 + inset)} ${Math.round(middle)} ${Math.round(spring - half * 1.24 + inset)}C${Math.round(middle + half * 0.45)} ${Math.round(spring - half * 1.08 + inset)} ${right - inset} ${Math.round(spring - half * 0.72)} ${right - inset} ${Math.round(spring)}V${foot}z`
    sheet.add(
      'k',
      rays([middle, spring - half * 0.12], half * 1.06, half * 1.32, {
        random,
        count: 15,
        width: 2.6,
        from: Math.PI * 1.02,
        to: Math.PI * 1.98,
        short: 0.9,
      }),
    )
    sheet.add('k', vault(0))
    // light that enters from the left, on the far pier
    sheet.add(
      'p',
      comb(
        [
          [right - 7, spring - half * 0.45],
          [right - 5, foot - 20],
        ],
        { random, count: 9, width: 3, length: half * 0.5, angle: 184, light: (share) => 0.4 + share * 0.6 },
      ),
      gouge([left - 8, spring + 2], [left + 6, spring + 3], 3),
      gouge([right - 4, spring + 2], [right + 10, spring + 2], 3),
    )
  }
}

/** Round tiles, row by row. */
export function tiledRoof(sheet: Sheet, outline: Outline, lines: number, random: Random, width = 4) {
  const [left = [0, 0], topLeft = left, topRight = left, right = left] = outline
  sheet.add('k', rough([left, topLeft, topRight, right], random, 3, 90))
  sheet.add(
    'p',
    flow(
      [
        [topLeft[0] + 8, topLeft[1] + 9],
        [left[0] + 22, left[1] - 8],
      ],
      [
        [topRight[0] - 6, topRight[1] + 9],
        [right[0] - 20, right[1] - 8],
      ],
      { random, lines, width, cut: 0.26, hole: 0.07, skip: 0.1, light: (across) => 1.2 - across * 0.6 },
    ),
  )
}

/** A village fountain: an eight-sided basin, a pillar and two jets of water. */
export function fountain(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  sheet.add(
    'k',
    polygon([
      at(-0.62, 0.02),
      at(-0.6, 0.34),
      at(-0.34, 0.46),
      at(0.34, 0.46),
      at(0.6, 0.34),
      at(0.62, 0.02),
      at(0.36, -0.1),
      at(-0.36, -0.1),
    ]),
  )
  sheet.add(
    'p',
    polygon([at(-0.56, 0.33), at(-0.32, 0.43), at(0.32, 0.43), at(0.56, 0.33), at(0.34, 0.21), at(-0.34, 0.21)]),
  )
  sheet.add(
    'b',
    polygon([at(-0.44, 0.33), at(-0.28, 0.39), at(0.28, 0.39), at(0.44, 0.33), at(0.28, 0.26), at(-0.28, 0.26)]),
  )
  sheet.add(
    'p',
    polygon([at(-0.56, 0.27), at(-0.57, 0.06), at(-0.37, -0.03), at(-0.36, 0.16)]),
    polygon([at(-0.32, 0.16), at(-0.33, -0.04), at(0.12, -0.04), at(0.12, 0.16)]),
  )
  sheet.add(
    'p',
    comb([at(0.16, 0.16), at(0.32, 0.16)], { random, count: 4, width: size * 0.02, length: size * 0.19, angle: 90 }),
  )
  sheet.add(
    'k',
    polygon([
      at(-0.13, 0.3),
      at(-0.1, 0.92),
      at(-0.16, 0.98),
      at(-0.14, 1.06),
      at(0, 1.22),
      at(0.14, 1.06),
      at(0.16, 0.98),
      at(0.1, 0.92),
      at(0.13, 0.3),
    ]),
  )
  sheet.add(
    'p',
    polygon([at(-0.08, 0.34), at(-0.06, 0.9), at(0.02, 0.9), at(0.02, 0.34)]),
    gouge(at(-0.09, 1.05), at(0, 1.15), size * 0.02),
  )
  const jet = (side: number) =>
    `M${at(side * 0.08, 0.74)
      .map(Math.round)
      .join(' ')}Q${at(side * 0.36, 0.8)
      .map(Math.round)
      .join(' ')} ${at(side * 0.31, 0.33)
      .map(Math.round)
      .join(' ')}L${at(side * 0.25, 0.33)
      .map(Math.round)
      .join(' ')}Q${at(side * 0.28, 0.68)
      .map(Math.round)
      .join(' ')} ${at(side * 0.08, 0.68)
      .map(Math.round)
      .join(' ')}z`
  sheet.add('p', jet(-1))
  sheet.add('p', jet(1))
}
