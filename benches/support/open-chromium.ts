import { type Browser, chromium } from 'playwright-core'
import { findProgram, Missing } from './missing.ts'

/** @throws Missing */
export function needChromium(): string {
  const found = process.env.CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean)
  if (!found) throw new Missing('This bench needs Chromium. On Debian: apt-get install chromium')
  return found
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] })
