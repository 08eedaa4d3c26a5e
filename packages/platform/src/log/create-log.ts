import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import { currentContext, traceIdOf } from '../context/index.ts'
import { hideSecrets, secretSerializers } from './hide-secrets.ts'

export type Log = Logger

/**
 * JSON logs, one line each, with the trace of the request or event at work.
 * Levels: `error` = somebody must act; `warn` = worked around, worth a look; `info` = the story of the day; `debug` = off by default.
 * Lines are written together, at the latest after 200 ms, when the process exits, and at once when it is fatal: one
 * write for each took a tenth of a request.
 */
export function createLog(service: string, options: { level?: string; destination?: DestinationStream } = {}): Log {
  return pino(
    {
      base: { service },
      level: options.level ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: hideSecrets },
      // Also for what a child log always says, which goes through no formatter.
      serializers: { ...secretSerializers, err: (error: Error) => hideSecrets(stdSerializers.err(error)) },
      mixin() {
        const context = currentContext()
        if (!context) return {}
        return { trace: traceIdOf(context.traceparent), ...(context.requestId ? { requestId: context.requestId } : {}) }
      },
    },
    options.destination ?? pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 200 }),
  )
}

/** For tests and tools that must stay quiet. */
export const silentLog = (): Log => pino({ level: 'silent' })
