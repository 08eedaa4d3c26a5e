import type { TestContext } from 'node:test'

/** What a test has to undo, the last thing first (`t.after` goes the other way), whatever one of them says. */
export function lastFirst(t: TestContext): (undo: () => unknown) => void {
  const undoing: (() => unknown)[] = []
  t.after(async () => {
    for (const undo of undoing.reverse()) await Promise.resolve(undo()).catch(() => undefined)
  })
  return (undo) => void undoing.push(undo)
}
