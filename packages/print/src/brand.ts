import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { carvedBand } from '@pmq/ui/prints/bands/carved-band.ts'
import pdfColours from '@pmq/ui/tokens/pdf.json' with { type: 'json' }

export type PrintedSite = keyof typeof pdfColours.sites

const plateGround = '#eae6dd'

/** What the sheets of a site are printed with. */
export function brandOf(site: PrintedSite) {
  const { flat, over, text } = pdfColours.inks[pdfColours.sites[site] as keyof typeof pdfColours.inks]
  const { ink, quiet, line } = pdfColours
  return { ink, quiet, line, plate: plateGround, paper: '#f7f0e1', flat, over, text }
}

/** The mark of a site in one ink, for a ground of its own colour; in its own inks without one. */
export function markOf(site: PrintedSite, ink?: string): string {
  const svg = readFileSync(fileURLToPath(import.meta.resolve(`@pmq/ui/marks/${site}.svg`)), 'utf8')
  return ink ? svg.replace(/fill="[^"]*"/g, `fill="${ink}"`) : svg
}

/** The band at the head of a sheet, in the ink of its site. */
export const bandOf = (site: PrintedSite) => carvedBand(brandOf(site).flat, site)
