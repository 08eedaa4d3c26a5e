import { typographic } from '@pmq/french'
import type { RichText } from '@pmq/rich-text'
import { type Picture, permalinkData, permalinkFiles, pictureOf, type Sheet, sheetData, sheetFiles } from './sheet.ts'
import { steadyHeadings } from './steady-headings.ts'
import type { Job } from './typst.ts'

export type ArticleSheet = Sheet & {
  /** Where it stands: the title of its section. */
  section: string
  lead?: string
  /** Below the section, one a line: date, author, chantier. */
  facts: readonly string[]
  body: RichText
  picture?: Picture
  /** Absolute address of the page. */
  permalink: string
}

/** An article as it is printed: facts in the margin, the text in a column of 62 to 68 characters, the address as a code. */
export function articleJob(article: ArticleSheet): Job {
  const { section, lead = '', facts, body, picture, permalink, ...sheet } = article
  const drawn = picture && pictureOf(picture)
  return {
    template: 'article',
    data: {
      ...sheetData({ ...sheet, title: typographic(sheet.title) }),
      ...permalinkData(permalink),
      section,
      lead: typographic(lead),
      facts,
      body: steadyHeadings(body),
      picture: drawn?.data ?? null,
    },
    files: { ...sheetFiles(sheet), ...permalinkFiles(permalink), ...drawn?.files },
  }
}
