import { CommandError } from '../command-error.ts'
import { type Document, isPlainObject, ownField } from '../values/document.ts'

const MAX_PADDING = 10_000

/**
 * Computes the value at the end of `segments` anew, in place, creating documents on the way if `create` is true.
 * `undefined` removes the field; in an array the element becomes null, since positions must not move.
 */
export function writeAtPath(
  root: Document,
  segments: string[],
  create: boolean,
  compute: (current: unknown) => unknown,
): void {
  let container: unknown = root
  for (const [depth, segment] of segments.entries()) {
    const isLast = depth === segments.length - 1
    if (!isContainer(container, segment)) {
      if (create) throw notViable(segments, depth, container)
      return
    }
    const current = read(container, segment)
    if (isLast) write(container, segment, current, compute(current))
    else if (current === undefined) {
      if (!create) return
      write(container, segment, current, {})
    }
    container = read(container, segment)
  }
}

type Container = Document | unknown[]

const isContainer = (value: unknown, segment: string): value is Container =>
  Array.isArray(value) ? /^\d+$/.test(segment) : isPlainObject(value)

const read = (container: Container, segment: string) =>
  Array.isArray(container) ? container[Number(segment)] : ownField(container, segment)

function write(container: Container, segment: string, current: unknown, value: unknown) {
  if (!Array.isArray(container)) {
    if (value === undefined) delete container[segment]
    else container[segment] = value
    return
  }
  const index = Number(segment)
  if (value === undefined) {
    if (current !== undefined) container[index] = null
    return
  }
  if (index - container.length > MAX_PADDING)
    throw new CommandError(2, 'BadValue', `Writing position ${index} would leave too large a gap in the array.`)
  while (container.length < index) container.push(null)
  container[index] = value
}

function notViable(segments: string[], depth: number, container: unknown) {
  const at = segments.slice(0, depth).join('.')
  const type = Array.isArray(container) ? 'array' : typeof container
  return new CommandError(
    28,
    'PathNotViable',
    `Cannot create field '${segments[depth]}' in '${at}', which is of type ${type}.`,
  )
}
