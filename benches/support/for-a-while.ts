/** Runs `work` again and again, `clients` at a time, for so many seconds. @returns how many per second */
export async function forAWhile(
  { clients, seconds }: { clients: number; seconds: number },
  work: (client: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now()
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
  return (done * 1000) / (performance.now() - begun)
}
