import type { ArticleInput, SiteId } from '@pmq/contracts/content'
import { fromMarkdown, MarkdownRefused, type RichText } from '@pmq/rich-text'
import type { z } from 'zod'
import type { SectionSeed } from './read-sections.ts'
import type { SeedFiles } from './seed-files.ts'
import { articleFront, sharedFront } from './seed-schemas.ts'

/** A page or an article of a site. `path` is its address on the site; `order` its place among the pages of its section. */
export type ContentSeed = ArticleInput & { id: string; path: string; theme: string; publishedAt: Date; order: number }

type Draft = {
  file: string
  site: SiteId
  slug: string
  path: string
  front: z.infer<typeof articleFront>
  markdown: string
}

/**
 * Reads `articles/<site>/<slug>.md` and `articles/shared/<slug>.md`. Links written `content:ID` become the address of that
 * content, which has to be on the same site.
 */
export function readContents(
  files: SeedFiles,
  { sites, sections }: { sites: readonly { id: SiteId; name: string }[]; sections: readonly SectionSeed[] },
): ContentSeed[] {
  const own = sites.flatMap((site) =>
    files
      .markdownIn(`articles/${site.id}`)
      .map((name) => ({ file: `articles/${site.id}/${name}`, site, shared: false })),
  )
  const shared = files.markdownIn('articles/shared').flatMap((name) => {
    const file = `articles/shared/${name}`
    const front = files.frontMatter(file, files.text(file) ?? '', sharedFront)?.front
    return sites.filter(({ id }) => front?.sites.includes(id)).map((site) => ({ file, site, shared: true }))
  })
  const drafts = [...own, ...shared].flatMap(({ file, site, shared }) => readDraft(files, sections, file, site, shared))
  return drafts.flatMap((draft) => {
    const body = bodyOf(files, draft, drafts)
    const { front, site, slug, path } = draft
    return body === undefined ? [] : [{ ...front, site, slug, path, body }]
  })
}

function readDraft(
  files: SeedFiles,
  sections: readonly SectionSeed[],
  file: string,
  site: { id: SiteId; name: string },
  shared: boolean,
): Draft[] {
  const source = (files.text(file) ?? '').replaceAll('{site}', site.id).replaceAll('{siteName}', site.name)
  const schema = shared ? articleFront.extend({ sites: sharedFront.shape.sites }) : articleFront
  const read = files.frontMatter(file, source, schema)
  if (!read) return []
  const section = sections.find(({ id }) => id === read.front.section)
  if (!section || section.site !== site.id) {
    files.problem(file, `unknown section of ${site.id}: ${read.front.section}`)
    return []
  }
  const { sites: _sites, ...front } = { sites: undefined, ...read.front }
  const slug = file.replace(/^.*\/|\.md$/g, '')
  return [{ file, site: site.id, slug, path: `${section.path}/${slug}`, front, markdown: read.markdown }]
}

function bodyOf(files: SeedFiles, { file, site, markdown }: Draft, drafts: readonly Draft[]): RichText | undefined {
  const resolveHref = (href: string) => {
    if (!href.startsWith('content:')) return href
    const target = drafts.find(({ front }) => front.id === href.slice('content:'.length))
    if (target?.site === site) return target.path
    throw new Error(target ? `link to another site: ${href}` : `link to an unknown content: ${href}`)
  }
  try {
    return fromMarkdown(markdown, { resolveHref })
  } catch (error) {
    if (!(error instanceof MarkdownRefused)) throw error
    for (const problem of error.problems) files.problem(file, problem)
    return undefined
  }
}
