import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'

/** What the figures were measured on. `load` is the mean of the last minute: above the cores, somebody else was at work. */
export const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  system: `${type()} ${release()}`,
  load: Number((loadavg()[0] ?? 0).toFixed(1)),
})
