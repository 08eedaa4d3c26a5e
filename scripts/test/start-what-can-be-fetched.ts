import { type EngineName, NotFetched, type Say, startEngines } from '@pmq/infra/engines'

/**
 * Starts engines side by side. One that could not be fetched is left out and told; anything else that goes wrong is a failure.
 * @returns the engines that are not there, and why
 * @throws what kept an engine from starting that was fetched
 */
export async function startWhatCanBeFetched(
  names: readonly EngineName[],
  log: Say,
  start = startEngines,
): Promise<Map<EngineName, string>> {
  const absent = new Map<EngineName, string>()
  const failures: unknown[] = []
  const begin = async (name: EngineName) => {
    try {
      await start([name], { log })
    } catch (error) {
      if (error instanceof NotFetched) absent.set(name, error.message.split('\n')[0] ?? '')
      else failures.push(error)
    }
  }
  await Promise.all(names.map(begin))
  if (failures.length > 0) throw new AggregateError(failures, failures.map((one) => String(one)).join('\n'))
  return absent
}
