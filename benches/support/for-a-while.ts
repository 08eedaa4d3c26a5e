/** Runs `work` again and again, `clients` at a time, for so many seconds. @returns how many per second, and this process's CPU time for each */
export async function forAWhile(
  { clients, seconds }: { clients: number; seconds: number },
  work: (client: number) => Promise<void>,
): Promise<{ perSecond: number; cpuMsEach: number }> {
  const begun = performance.now()
  const before = process.cpuUsage()
  const end = begun + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await work(client)
        done += 1
      }
    }),
  )
  const perSecond = (done * 1000) / (performance.now() - begun)
  const { user, system } = process.cpuUsage(before)
  return { perSecond, cpuMsEach: (user + system) / 1000 / done }
}
