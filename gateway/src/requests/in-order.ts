import type { RequestHandler } from 'express'

/**
 * Several handlers as one, each called by the one before. Express would do the same with more ado, which shows when
 * each request passes through all of them. For handlers that do not wait: what a promise rejects with would be lost.
 */
export function inOrder(...handlers: RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    let position = 0
    const step = (error?: unknown): void => {
      const handler = error ? undefined : handlers[position++]
      if (handler) handler(req, res, step)
      else next(error)
    }
    step()
  }
}
