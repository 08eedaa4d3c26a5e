import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { assertSameBytes } from '../support/fetch-bytes.ts'
import { measureServer } from '../support/measure-server.ts'
import { needProcessTimes } from '../support/process-cpu.ts'
import { createProfiler } from '../support/profile.ts'
import { startProgram } from '../support/start-process.ts'
import { warmUp } from '../support/warm-up.ts'
import { itemPath } from './item.ts'

/**
 * The gateway is a process; what stands behind it is another. So the ratio is that of the CPU time per request of the
 * two processes: requests per second say the same only when each process has a core to itself, and there are three.
 */
export const bench: Bench = {
  title: 'bare express ÷ full gateway (session, rate limit, routing, log, proxy), CPU per request, same JSON',
  floor: 0.3,
  goal: 0.45,
  async run({ rounds, seconds, profile, say }) {
    needProcessTimes()
    const profiler = createProfiler(profile)
    const bare = await startProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url))
    const behind = await startProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url))
    const gateway = await startProgram<{ url: string; cookie: string }>(new URL('gateway-server.ts', import.meta.url), {
      args: [behind.word.url],
      execArgv: profiler.nodeArgs,
      env: { ...process.env, ...profiler.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // its log,
    })
    const { cookie } = gateway.word
    const toGateway = { pids: [gateway.pid], origin: gateway.word.url }
    const bytes = await assertSameBytes(bare.word.url + itemPath, gateway.word.url + itemPath, { cookie })
    const load = { paths: [itemPath], connections: 64, seconds }
    const sides = {
      bare: () => measureServer({ ...load, pids: [bare.pid], origin: bare.word.url }),
      gateway: () => measureServer({ ...load, ...toGateway, headers: { cookie } }),
      gatewayWithoutSession: () => measureServer({ ...load, ...toGateway }),
    }
    for (const [origin, headers] of [
      [bare.word.url, {}],
      [behind.word.url, {}],
      [gateway.word.url, { cookie }],
    ] as const)
      await warmUp({ ...load, origin, headers }, { requests: 30_000 })
    const { raw, medians } = await alternate({ rounds, sides, say })
    for (const line of await profiler.during(gateway.pid, sides.gateway)) say(line)
    await Promise.all([gateway, behind, bare].map((each) => each.stop()))

    const ratioTo = (side: keyof typeof sides) =>
      (medians.bare.cpuMsPerRequest ?? 0) / (medians[side].cpuMsPerRequest ?? Number.NaN)
    const perSecond = (medians.gateway.requestsPerSecond ?? 0) / (medians.bare.requestsPerSecond ?? Number.NaN)
    return {
      ratio: ratioTo('gateway'),
      medians,
      raw,
      notes: { withoutSession: ratioTo('gatewayWithoutSession'), requestsPerSecondRatio: perSecond, bytes },
    }
  },
}
