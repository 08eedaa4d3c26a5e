import type { Medians, Samples } from './alternate.ts'

export type BenchOptions = {
  /** Pairs of measurements; each side is measured once in each. */
  rounds: number
  /** How long one measurement lasts, where it lasts a given time. */
  seconds: number
  engines: 'embedded' | 'real'
  /** Write CPU profiles of our own processes, and say where their time went. */
  profile: boolean
  /** What the bench has to say on its way; the last line of the output is its result. */
  say(line: string): void
}

export type BenchResult = {
  /** What is compared with `floor` and `goal`. */
  ratio: number
  /** Medians of each side, by the names that `alternate` was given. */
  medians: Medians
  /** Every measurement, in order. */
  raw: Samples
  /** What else a reader needs: ratios by other measures, settings of the peer. */
  notes?: Record<string, unknown>
}

export type Bench = {
  /** One line: what is divided by what. */
  title: string
  floor: number
  goal: number
  /** Whether a large ratio is good (the rule), or a small one. */
  better?: 'lower'
  /** Which engines it can run on; embedded ones by default. */
  engines?: readonly BenchOptions['engines'][]
  run(options: BenchOptions): Promise<BenchResult>
}
