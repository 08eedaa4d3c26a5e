// `npm run bench -- NAME`: measures one figure of docs/benchmarks.md. The last line of the output is its result, as JSON.
import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Bench, BenchOptions } from '../benches/support/bench.ts'
import { machine } from '../benches/support/machine.ts'
import { Missing } from '../benches/support/missing.ts'

const folder = new URL('../benches/', import.meta.url)
const names = readdirSync(folder).filter(
  (name) => name !== 'support' && existsSync(new URL(`${name}/bench.ts`, folder)),
)
const load = async (name: string) =>
  ((await import(new URL(`${name}/bench.ts`, folder).href)) as { bench: Bench }).bench

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    engines: { type: 'string', default: 'embedded' },
    profile: { type: 'boolean', default: false },
  },
})
// Whatever was started is stopped when we exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const [name = ''] = positionals
process.exitCode = names.includes(name) ? await measure(name) : await list()
process.exit()

async function measure(name: string): Promise<number> {
  const bench = await load(name)
  const { title, floor, goal, better = 'higher', engines: possible = ['embedded'] } = bench
  const engines = values.engines as BenchOptions['engines']
  if (!possible.includes(engines)) {
    console.error(`The bench ${name} runs on ${possible.join(' or ')} engines only.`)
    return 2
  }
  console.log(`${name}: ${title}`)
  try {
    const rounds = Number(values.rounds)
    const options = { rounds, seconds: Number(values.seconds), engines, profile: values.profile, say: console.log }
    const begun = new Date()
    const { ratio, ...rest } = await bench.run(options)
    const reached = (bar: number) => (better === 'higher' ? ratio >= bar : ratio <= bar)
    const verdict = reached(goal) ? 'goal' : reached(floor) ? 'floor' : 'below'
    const took = Math.round((Date.now() - begun.getTime()) / 1000)
    const frame = { floor, goal, better, reached: verdict, engines, rounds, at: begun.toISOString(), seconds: took }
    console.log(JSON.stringify({ bench: name, ratio: rounded(ratio), ...frame, machine: machine(), ...rest }, round4))
    return 0
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    console.error(error.message)
    return 3
  }
}

async function list(): Promise<number> {
  if (name !== '') console.error(`There is no bench "${name}".`)
  console.log('npm run bench -- NAME [--engines real] [--rounds 5] [--seconds 4] [--profile]\n')
  for (const each of names) {
    const { title, floor, goal, better, engines = ['embedded'] } = await load(each)
    const sign = better === 'lower' ? '≤' : '≥'
    console.log(
      `${each.padEnd(16)}${title}\n${''.padEnd(16)}floor ${sign} ${floor}, goal ${sign} ${goal}; ${engines.join(', ')}`,
    )
  }
  return name === '' ? 0 : 2
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

function round4(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? rounded(value) : value
}
