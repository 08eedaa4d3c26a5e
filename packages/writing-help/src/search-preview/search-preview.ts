import { limits } from '../advice/limits.ts'
import { cutToLength, cutToWidth, titleWidth, widthOf } from './text-width.ts'

/** `address` is the site’s root (`https://exemple.fr`); `name` is what the site calls itself. */
export type PreviewedPage = {
  site: { name: string; address: string }
  path: string
  /** The whole title of the page, as its `<title>` will say it. */
  title: string
  description: string
}

/**
 * What a search result shows: `breadcrumb` is the host, then the parts of the path; of a deep path the first and the last.
 * `titleCut` and `descriptionCut` tell that a text was cut; `titlePixels` of `titlePixelsMost` is for a gauge.
 */
export type SearchPreview = {
  siteName: string
  breadcrumb: string[]
  title: string
  titleCut: boolean
  titlePixels: number
  titlePixelsMost: number
  description: string
  descriptionCut: boolean
}

/**
 * Shows a page as a search engine would on a desktop screen, as data for the editor to draw (ED-16). Search engines publish no rule:
 * widths are those that are observed, and they may write another title or description when they find better in the page.
 * @throws TypeError when the site’s address is not one
 */
export function searchPreview({ site, path, title, description }: PreviewedPage): SearchPreview {
  const wholeTitle = oneLine(title)
  const shownTitle = cutToWidth(wholeTitle, titleWidth)
  const shownDescription = cutToLength(oneLine(description), limits.summary.to)
  return {
    siteName: site.name,
    breadcrumb: breadcrumbOf(new URL(site.address).host, path),
    title: shownTitle.text,
    titleCut: shownTitle.cut,
    titlePixels: Math.round(widthOf(wholeTitle, titleWidth.size)),
    titlePixelsMost: titleWidth.most,
    description: shownDescription.text,
    descriptionCut: shownDescription.cut,
  }
}

function breadcrumbOf(host: string, path: string): string[] {
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length <= 3 || first === undefined || last === undefined) return [host, ...parts]
  return [host, first, '…', last]
}

const oneLine = (text: string) => text.replace(/[ \n\t]+/g, ' ').trim()
