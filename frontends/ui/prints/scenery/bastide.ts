import { gouge, gouges, limb, type Random, rays, rough } from '../carving/carving.ts'
import { comb } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

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
