export type EngineState = {
  name: string
  kind: 'embedded' | 'external'
  state: 'up' | 'down'
  /** Why it is down, for operators only. */
  detail?: string
  checkedAt: string
}

export type Health = {
  /** All engines, asked now, each within `timeoutMs`; none while draining, when nobody should be kept waiting. */
  engines(): Promise<EngineState[]>
  /** Both at once, of one look: two looks at an engine that does not answer would take twice as long. */
  report(): Promise<{ ready: boolean; engines: EngineState[] }>
  /** False while draining or when a needed engine does not answer. */
  ready(): Promise<boolean>
  /** From now on not ready: load balancers send no more requests. */
  drain(): void
}

export type EngineCheck = { name: string; kind: EngineState['kind']; check(): Promise<void>; needed?: boolean }

/** Asks each engine of a process how it is. */
export function createHealth(checks: EngineCheck[], options: { clock: () => Date; timeoutMs?: number }): Health {
  const { clock, timeoutMs = 2000 } = options
  let draining = false
  const ask = async ({ name, kind, check }: EngineCheck): Promise<EngineState> => {
    const late = AbortSignal.timeout(timeoutMs)
    const tooLate = new Promise<never>((_, reject) =>
      late.addEventListener('abort', () => reject(new Error(`no answer within ${timeoutMs} ms`)), { once: true }),
    )
    const checkedAt = clock().toISOString()
    try {
      await Promise.race([check(), tooLate])
      return { name, kind, state: 'up', checkedAt }
    } catch (error) {
      return { name, kind, state: 'down', detail: error instanceof Error ? error.message : String(error), checkedAt }
    }
  }
  return {
    async report() {
      const states = draining ? [] : await Promise.all(checks.map(ask))
      const isMissing = ({ needed }: EngineCheck, index: number) => needed && states[index]?.state !== 'up'
      return { ready: !draining && !checks.some(isMissing), engines: states }
    },
    engines: () => Promise.all(draining ? [] : checks.map(ask)),
    async ready() {
      if (draining) return false
      const states = await Promise.all(checks.filter(({ needed }) => needed).map(ask))
      return !draining && states.every(({ state }) => state === 'up')
    },
    drain() {
      draining = true
    },
  }
}
