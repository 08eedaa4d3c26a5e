import { median } from './median.ts'

/** One measurement: its figures by name, each with its unit in the name (`cpuMsPerRequest`). */
export type Sample = Record<string, number>
export type Samples = Record<string, Sample[]>
export type Medians = Record<string, Sample>

export type Alternation<Side extends string> = {
  rounds: number
  /** Measures one side, once. */
  sides: Record<Side, () => Promise<Sample>>
  say?: ((line: string) => void) | undefined
}

/**
 * Measures the sides in turn, A B A B …: what disturbs the machine for a while disturbs both. A first measurement of
 * each is thrown away, in which code is compiled and caches are filled.
 */
export async function alternate<Side extends string>({ rounds, sides, say }: Alternation<Side>) {
  const names = Object.keys(sides) as Side[]
  const raw = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Side, Sample[]>
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const sample = await sides[name]()
      say?.(`${round === 0 ? 'warm-up' : `round ${round}/${rounds}`}  ${name}  ${print(sample)}`)
      if (round > 0) raw[name].push(sample)
    }
  }
  const medians = Object.fromEntries(names.map((name) => [name, mediansOf(raw[name])])) as Record<Side, Sample>
  return { raw, medians }
}

function mediansOf(samples: readonly Sample[]): Sample {
  const names = Object.keys(samples[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(samples.map((sample) => sample[name] ?? Number.NaN))]))
}

const print = (sample: Sample) =>
  Object.entries(sample)
    .map(([name, value]) => `${name}=${Number(value.toPrecision(4))}`)
    .join(' ')
