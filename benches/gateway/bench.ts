import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { assertSameBytes } from '../support/fetch-bytes.ts'
import { measureServer } from '../support/measure-server.ts'
import { needProcessTimes } from '../support/process-cpu.ts'
import { profileLines, profilingArgs } from '../support/profile.ts'
import { type StartedProgram, startProgram } from '../support/start-process.ts'
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
    const profiles = mkdtempSync(join(tmpdir(), 'pmq-profile-'))
    const bare = await startProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url))
    const behind = await startProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url))
    const gateway = await startProgram<{ url: string; cookie: string }>(new URL('gateway-server.ts', import.meta.url), {
      args: [behind.word.url],
      execArgv: profile ? profilingArgs(profiles) : [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // its log,
    })
    const { cookie } = gateway.word
    const bytes = await assertSameBytes(bare.word.url + itemPath, gateway.word.url + itemPath, { cookie })
    const measure = ({ pid, word }: StartedProgram<{ url: string }>, headers: Record<string, string>) =>
      measureServer({ pids: [pid], origin: word.url, paths: [itemPath], headers, connections: 16, seconds })
    const sides = {
      bare: () => measure(bare, {}),
      gateway: () => measure(gateway, { cookie }),
      gatewayWithoutSession: () => measure(gateway, {}),
    }
    const { raw, medians } = await alternate({ rounds, sides, say })
    await Promise.all([gateway, behind, bare].map((each) => each.stop()))
    if (profile) for (const line of profileLines(profiles)) say(line)

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
