import { type Sheet, sheetData, sheetFiles } from './sheet.ts'
import type { Job } from './typst.ts'

export type Column = { title: string; width?: 'narrow' | 'normal' | 'wide'; align?: 'start' | 'end' }

export type ListSheet = Sheet & {
  /** Shown on one line below the title: day, place, how many. */
  facts?: readonly string[]
  lead?: string
  columns: readonly Column[]
  /** As many values a row as there are columns. */
  rows: readonly (readonly string[])[]
  /** Empty rows after the others, to be filled by hand. */
  blankRows?: number
  /** Rows high enough to sign in. */
  roomy?: boolean
  landscape?: boolean
  note?: string
}

/**
 * A list to read, tick or sign; its head is repeated on each page.
 * @throws RangeError when a row has not as many values as there are columns
 */
export function listJob(list: ListSheet): Job {
  const {
    facts = [],
    lead = '',
    columns,
    rows,
    blankRows = 0,
    roomy = false,
    landscape = false,
    note = '',
    ...sheet
  } = list
  if (rows.some(({ length }) => length !== columns.length))
    throw new RangeError('A row has not as many values as columns.')
  const blank = Array.from({ length: blankRows }, () => columns.map(() => ' '))
  return {
    template: 'list',
    data: {
      ...sheetData(sheet),
      facts,
      lead,
      columns: columns.map(({ title, width = 'normal', align = 'start' }) => ({ title, width, align })),
      rows: [...rows, ...blank],
      roomy,
      landscape,
      note,
    },
    files: sheetFiles(sheet),
  }
}
