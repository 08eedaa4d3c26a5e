import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const chromiumPath = places.find((path) => path !== '' && existsSync(path))

/** For `test({ skip })`: why it cannot run here, or false. */
export const withoutChromium = chromiumPath === undefined && 'no Chromium here (install it, or set CHROMIUM_PATH)'

export const openChromium = () => chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
