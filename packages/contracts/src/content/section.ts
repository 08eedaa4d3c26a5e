import { z } from 'zod'
import { id, line, moment, slug, text } from '../shared/index.ts'
import { siteId } from './site.ts'

/** What staff edit of a section (*rubrique*). */
export const sectionInput = z
  .strictObject({
    site: siteId,
    parent: id.nullable(),
    slug,
    title: line(120),
    /** Shorter, for the menu. */
    menuTitle: line(40).optional(),
    summary: text(400),
    position: z.int().min(0).max(9999),
    /** What its page lists besides its own contents: all the news of the site, the chantiers or the communes. */
    shows: z.enum(['contents', 'news', 'chantiers', 'communes']).default('contents'),
    inMenu: z.boolean(),
    inFooter: z.boolean(),
  })
  .meta({ id: 'SectionInput' })
export type SectionInput = z.infer<typeof sectionInput>

export const sectionView = sectionInput
  .extend({
    id,
    version: z.int(),
    path: z.string(),
    depth: z.int(),
    updatedAt: moment,
  })
  .meta({ id: 'SectionView' })
export type SectionView = z.infer<typeof sectionView>

/** A step of the breadcrumb (*fil d’Ariane*). */
export const trailStep = z.object({ title: z.string(), path: z.string() })

export type TreeNode = {
  id: string
  title: string
  menuTitle?: string | undefined
  path: string
  summary: string
  inMenu: boolean
  inFooter: boolean
  children: TreeNode[]
}
/** The public tree of a site: menu, footer and site map are drawn from it. */
export const treeNode: z.ZodType<TreeNode> = z
  .object({
    id,
    title: z.string(),
    menuTitle: z.string().optional(),
    path: z.string(),
    summary: z.string(),
    inMenu: z.boolean(),
    inFooter: z.boolean(),
    get children() {
      return z.array(treeNode)
    },
  })
  .meta({ id: 'TreeNode' })
