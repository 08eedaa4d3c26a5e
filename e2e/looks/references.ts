import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { newVisitor } from '../support/browser.ts'
import type { Platform } from '../support/platform.ts'
import type { Template } from '../support/site-templates.ts'
import { likeness } from './likeness.ts'

const folder = fileURLToPath(new URL('references/', import.meta.url))
/** `PMQ_LOOKS=keep npm run e2e -- looks` keeps what is shown now as what is right: look at the pictures before you commit them. */
const keeps = process.env.PMQ_LOOKS === 'keep'

const views = [
  { name: 'phone', width: 360, scale: 0.4, colorScheme: 'light' },
  { name: 'computer', width: 1366, scale: 0.18, colorScheme: 'light' },
  { name: 'night', width: 1366, scale: 0.18, colorScheme: 'dark' },
] as const

/** Only the top of a page: what is below repeats, and changes with its contents. */
const height = 1600

/**
 * Small pictures of each kind of page, compared with those that were looked at and found good. Small, because letters are
 * drawn a little differently on each machine, while a layout that breaks is seen from afar.
 */
export function references(platform: Platform, browser: Browser, all: readonly Template[]): void {
  const shown = all.filter(({ site, name }) => site === 'portal' || name === 'home')
  describe('every kind of page looks as it did when it was found good', { concurrency: 2 }, () => {
    for (const { site, name, path } of shown) {
      test(`${site}: ${name}`, async (t) => {
        const page = await newVisitor(t, browser, { reducedMotion: 'reduce' })
        for (const { name: view, width, scale, colorScheme } of views) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height })
          await page.goto(platform.urls[site] + path, { waitUntil: 'networkidle' })
          await page.evaluate('document.fonts.ready.then(() => true)')
          const png = await sharp(await page.screenshot())
            .resize(Math.round(width * scale))
            .png({ palette: true, colours: 16, dither: 0 })
            .toBuffer()
          const file = `${folder}${site}-${name.replaceAll(' ', '-')}-${view}.png`
          if (keeps) {
            await mkdir(folder, { recursive: true })
            await writeFile(file, png)
          }
          assert.ok(existsSync(file), `${file} is missing: PMQ_LOOKS=keep npm run e2e -- looks`)
          const { differing, seen } = await likeness(png, await readFile(file))
          assert.ok(
            differing < 0.02,
            `${view}: ${(100 * differing).toFixed(1)} % of the page differs, first at ${seen}`,
          )
        }
      })
    }
  })
}
