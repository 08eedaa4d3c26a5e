import { typographic } from '@pmq/french'
import sharp from 'sharp'
import { brandOf, markOf, type PrintedSite } from './brand.ts'
import type { Job, Typst } from './typst.ts'

export type ShareImage = {
  site: PrintedSite
  siteName: string
  title: string
  /** One line below: section and day. */
  kicker?: string
  /** SVG source: the page's own cover, 16 to 9 or wider, or the plate of its site on a flat of its ink. */
  drawing: { cover: string } | { plate: string }
}

export const shareImageSize = { width: 1200, height: 630 }

/** The longest title that is shown whole; networks show what follows beside the picture. */
const longestTitle = 120

/** The picture that social networks show beside a link: PNG of few colours, some 30 to 60 kB. */
export async function drawShareImage(typst: Typst, image: ShareImage): Promise<Uint8Array> {
  const svg = typst.svg(shareJob(image))
  return sharp(Buffer.from(svg), { density: 72 })
    .resize(shareImageSize.width, shareImageSize.height)
    .flatten()
    .png({ palette: true, colours: 48, dither: 0, compressionLevel: 9, effort: 4 })
    .toBuffer()
}

function shareJob({ site, siteName, title, kicker = '', drawing }: ShareImage): Job {
  const cover = 'cover' in drawing
  const shown = typographic(title)
  return {
    template: 'share',
    data: {
      title: shown.length > longestTitle ? `${shown.slice(0, longestTitle).replace(/\s+\S*$/u, '')}…` : shown,
      kicker: typographic(kicker),
      cover,
      'site-name': siteName,
      colours: brandOf(site),
    },
    files: {
      '/art/mark.svg': markOf(site),
      ...(cover ? { '/art/cover.svg': drawing.cover } : { '/art/plate.svg': drawing.plate }),
    },
  }
}
