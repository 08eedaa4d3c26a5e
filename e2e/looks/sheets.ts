import type { Page } from 'playwright-core'

/** As a page is printed: by day, at night, and for those who ask their system for more contrast. */
export const sheets = {
  day: { colorScheme: 'light', contrast: 'no-preference' },
  night: { colorScheme: 'dark', contrast: 'no-preference' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
} as const satisfies Record<string, Parameters<Page['emulateMedia']>[0]>

/** A phone, a tablet, a computer. */
export const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1366, height: 768 },
] as const
