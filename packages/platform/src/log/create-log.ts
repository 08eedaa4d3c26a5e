import { type DestinationStream, type Logger, pino } from 'pino'
import { currentContext, traceIdOf } from '../context/index.ts'

export type Log = Logger

/** Never written, wherever they appear one or two levels deep: secrets, and what people wrote. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'secretKey',
  'body',
  'text',
  'html',
]

/**
 * JSON logs, one line each, with the trace of the request or event at work.
 * Levels: `error` = somebody must act; `warn` = worked around, worth a look; `info` = the story of the day; `debug` = off by default.
 */
export function createLog(service: string, options: { level?: string; destination?: DestinationStream } = {}): Log {
  return pino(
    {
      base: { service },
      level: options.level ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
      mixin() {
        const context = currentContext()
        if (!context) return {}
        return { trace: traceIdOf(context.traceparent), ...(context.requestId ? { requestId: context.requestId } : {}) }
      },
    },
    options.destination ?? pino.destination({ dest: 2, sync: false }),
  )
}

/** For tests and tools that must stay quiet. */
export const silentLog = (): Log => pino({ level: 'silent' })
