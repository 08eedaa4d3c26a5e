/**
 * Makes one call of many: what is asked for in one turn of the event loop goes together, and hears the same answer or
 * failure. A consumer's partitions, side by side, soon keep step by it.
 */
export function together<Item, Answer>(ask: (items: Item[]) => Promise<Answer>): (item: Item) => Promise<Answer> {
  let waiting: Item[] = []
  let answer: Promise<Answer> | undefined
  return (item) => {
    waiting.push(item)
    answer ??= new Promise<Answer>((resolve) => {
      setImmediate(() => {
        const items = waiting
        waiting = []
        answer = undefined
        resolve(ask(items))
      })
    })
    return answer
  }
}
