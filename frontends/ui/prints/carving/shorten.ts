import { numbers } from './points.ts'

/**
 * The same path in fewer bytes: every closed figure but the first starts relative to the one before. Only for data of
 * closed figures, as ours are: after `z` the pen is back where the figure began.
 */
export function shorten(d: string): string {
  let x = 0
  let y = 0
  let isFirst = true
  return d.replace(/M(-?\d+)[ ,]?(-?\d+)/g, (_, toX: string, toY: string) => {
    const step = isFirst ? `M${numbers(Number(toX), Number(toY))}` : `m${numbers(Number(toX) - x, Number(toY) - y)}`
    x = Number(toX)
    y = Number(toY)
    isFirst = false
    return step
  })
}
