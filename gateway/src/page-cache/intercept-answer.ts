import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type Interception = {
  /** The answer's status and headers are known, in `res`, and may still be changed. Hold the body back, or let it go? */
  onHead(): 'hold' | 'pass'
  /** Needed by those who hold. */
  held?: {
    /** The answer is whole; nothing of it has been sent. */
    onHeld(body: Buffer): void
    /** The answer has more bytes than `limit`: it goes to the client after all. */
    onOutgrown(): void
    limit: number
  }
}

type Callback = (error?: Error | null) => void

/** Looks at an answer while it is being written, whoever writes it: a handler in this process or the proxy. */
export function interceptAnswer(res: ServerResponse, { onHead, held: holder }: Interception): void {
  const own = { writeHead: res.writeHead, write: res.write, end: res.end, flushHeaders: res.flushHeaders }
  let state: 'before' | 'holding' | 'passing' = 'before'
  let held: Buffer[] = []
  let size = 0

  const release = () => {
    state = 'passing'
    own.writeHead.call(res, res.statusCode)
    for (const chunk of held.splice(0)) own.write.call(res, chunk, 'utf8')
  }
  let decidedFor = 0
  const decide = () => {
    held = []
    decidedFor = res.statusCode
    if (onHead() === 'hold' && holder) state = 'holding'
    else release()
  }
  /** Headers are sent implicitly by the first write; a handler that fails half-way may begin a second answer. */
  const isUndecided = () => state === 'before' || (state === 'holding' && res.statusCode !== decidedFor)
  const hold = (chunk: unknown, encoding: BufferEncoding | undefined) => {
    if (chunk === undefined || chunk === null) return
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array)
    held.push(bytes)
    size += bytes.length
    if (!holder || size <= holder.limit) return
    holder.onOutgrown()
    release()
  }

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (state === 'passing') return own.writeHead.apply(res, [status, ...rest] as never)
    applyHead(res, status, rest)
    decide()
    return res
  }) as typeof res.writeHead

  res.write = ((chunk: unknown, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    if (isUndecided()) decide()
    if (state === 'passing') return own.write.apply(res, [chunk, encoding, callback] as never)
    hold(chunk, typeof encoding === 'string' ? encoding : undefined)
    const done = typeof encoding === 'function' ? encoding : callback
    if (done) process.nextTick(done)
    return true
  }) as typeof res.write

  res.end = ((chunk?: unknown, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    const done = [chunk, encoding, callback].find((argument): argument is Callback => typeof argument === 'function')
    if (isUndecided()) decide()
    if (state === 'holding' && typeof chunk !== 'function') {
      hold(chunk, typeof encoding === 'string' ? encoding : undefined)
      // Outgrown by its last piece, which has just been written with the others.
      if (state !== 'holding') return own.end.apply(res, (done ? [done] : []) as never)
    }
    if (state === 'passing') return own.end.apply(res, [chunk, encoding, callback] as never)
    Object.assign(res, own)
    holder?.onHeld(Buffer.concat(held))
    if (done) process.nextTick(done)
    return res
  }) as typeof res.end

  res.flushHeaders = () => {
    if (state === 'before') decide()
    if (state === 'passing') own.flushHeaders.call(res)
  }
}

/** The many ways to call `writeHead` made one: everything is in `res` afterwards. */
function applyHead(res: ServerResponse, status: number, rest: unknown[]): void {
  res.statusCode = status
  const [first, second] = rest
  if (typeof first === 'string') res.statusMessage = first
  const headers = (typeof first === 'string' ? second : first) as
    | OutgoingHttpHeaders
    | OutgoingHttpHeader[]
    | [string, OutgoingHttpHeader][]
    | undefined
  if (!headers) return
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value)
    return
  }
  const flat = headers.flat() as string[]
  for (let i = 0; i < flat.length; i += 2) res.removeHeader(flat[i] ?? '')
  for (let i = 0; i < flat.length; i += 2) res.appendHeader(flat[i] ?? '', flat[i + 1] ?? '')
}
