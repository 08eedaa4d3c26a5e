import { z } from 'zod'
import { line, text } from '../shared/index.ts'

/** The public sites (requirements: "Who it is for"). The produits site can also be a section of the portal. */
export const siteIds = ['portal', 'heritage', 'scic', 'produits'] as const
export const siteId = z.enum(siteIds).meta({ id: 'SiteId' })
export type SiteId = z.infer<typeof siteId>

export const keyFigure = z.object({ value: line(30), label: line(120), source: text(200).optional() })

export const siteView = z
  .object({
    id: siteId,
    name: line(80),
    tagline: line(160),
    description: text(400),
    accent: z.enum(['green', 'red', 'yellow', 'orange']),
    home: z.object({
      title: line(160),
      lead: text(800),
      keyFigures: z.array(keyFigure),
      partners: z.array(z.object({ name: line(120), url: z.url().optional() })),
    }),
  })
  .meta({ id: 'SiteView' })
export type SiteView = z.infer<typeof siteView>
