/** Runs tasks one after the other, in the order they came; a failure goes to its own caller and lets the next begin. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(task: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(task)
    last = mine.catch(() => {})
    return mine
  }
}
