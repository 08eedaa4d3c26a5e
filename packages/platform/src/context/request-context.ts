import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** What follows a piece of work through the program: from a request to its events, to their handlers' logs. */
export type RequestContext = { traceparent: string; requestId?: string }

const storage = new AsyncLocalStorage<RequestContext>()

/** W3C Trace Context, version 00: https://www.w3.org/TR/trace-context/#traceparent-header */
const traceparentPattern = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** A child span of `parent`, or the root of a new trace when there is none, or none that can be read. */
export function nextTraceparent(parent?: string): string {
  const trace = parent !== undefined && traceparentPattern.test(parent) ? parent.slice(3, 35) : randomHex()
  return `00-${trace}-${randomHex().slice(0, 16)}-01`
}

/** 32 digits, 122 of their bits random. Node draws UUIDs from a pool, which costs a tenth of `randomBytes`. */
const randomHex = () => randomUUID().replaceAll('-', '')

/** The 32 hexadecimal digits that all spans of a trace share. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35)

/** The context of the running work, if any. */
export const currentContext = (): RequestContext | undefined => storage.getStore()

/** Runs `work` in a context that everything it awaits can see. */
export const inContext = <Result>(context: RequestContext, work: () => Result): Result => storage.run(context, work)
