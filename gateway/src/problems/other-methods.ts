import type { RequestHandler } from 'express'
import { problems } from './problem.ts'
import { sendProblem } from './send-problem.ts'

/** Ends an address whose methods have been tried: 405, and which there are (RFC 9110, 15.5.6). @param allowed `'GET, HEAD'` */
export const refuseOtherMethods =
  (allowed: string): RequestHandler =>
  (req, res) => {
    res.setHeader('allow', allowed)
    sendProblem(req, res, problems.methodNotAllowed)
  }
