import { existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, type Log } from '@pmq/platform/log'
import { pino } from 'pino'

const largest = 20 * 1024 * 1024
/** What waits for a full disk is kept up to this many bytes, then dropped. */
const mostWaiting = 1024 * 1024

/** Everything goes to a file; what somebody should look at is told in the terminal too. */
export function openLog(dataDir: string, level: string): Log {
  const folder = join(dataDir, 'log')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'platform.log')
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  const kept = pino.destination({ dest: openSync(file, 'a'), sync: false, maxLength: mostWaiting })
  kept.on('error', () => undefined) // a full disk: engines tell it, a log line is no reason to stop
  const streams = pino.multistream([
    { level: level as 'info', stream: kept },
    { level: 'error', stream: { write: (line: string) => void process.stderr.write(inShort(line)) } },
  ])
  return createLog('platform', { level, destination: streams })
}

function inShort(line: string): string {
  const { time, service, msg, err } = JSON.parse(line) as Record<string, string> & { err?: { message?: string } }
  return `${time} ${service}: ${[msg, err?.message].filter(Boolean).join(': ')}\n`
}
