import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, type Log } from '@pmq/platform/log'
import { pino } from 'pino'

const largest = 20 * 1024 * 1024

/** Everything goes to a file; what somebody should look at is shown in the terminal too. */
export function openLog(dataDir: string, level: string): Log {
  const folder = join(dataDir, 'log')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'platform.log')
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  const streams = pino.multistream([
    { level: level as 'info', stream: pino.destination({ dest: file, sync: false, mkdir: true }) },
    { level: 'error', stream: process.stderr },
  ])
  return createLog('platform', { level, destination: streams })
}
