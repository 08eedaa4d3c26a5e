export { currentContext, inContext, nextTraceparent, type RequestContext, traceIdOf } from './request-context.ts'
