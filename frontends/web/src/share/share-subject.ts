import { frenchDate } from '@pmq/french'
import { coverOf, drawCover } from '@pmq/ui/prints/covers/covers.ts'
import type { PageLocals } from '../locals.ts'
import { type Covered, subjectOf } from '../site/cover-address.ts'

/** What a page shows of itself when it is shared. */
export type ShareSubject = { movedTo: string } | ShownSubject

type ShownSubject = {
  siteName: string
  title: string
  kicker: string
  /** SVG source of its print; without one, the plate of its site. */
  cover?: string | undefined
}

type Reading = Pick<PageLocals, 'content' | 'site' | 'dependsOn'>

/** A little wider than what stays visible beside the title. */
const ratio = 640 / 630

const coverFor = (content: Covered) => drawCover(coverOf(subjectOf(content)), { ratio })

/** Reads what a page is about, and says what the picture depends on. Nothing when there is no such page. */
export async function shareSubject(reading: Reading, path: string): Promise<ShareSubject | undefined> {
  const { content, site, dependsOn } = reading
  const here = (await content.sites()).find(({ id }) => id === site)
  dependsOn('sites', `tree:${site}`)
  if (!here) return undefined
  const subject: PageSubject | undefined =
    path === '/' ? { title: here.home.title, kicker: here.tagline } : await ofPage(reading, path)
  return subject && ('movedTo' in subject ? subject : { ...subject, siteName: here.name })
}

type PageSubject = Omit<ShownSubject, 'siteName'> | { movedTo: string }

async function ofPage({ content, site, dependsOn }: Reading, path: string): Promise<PageSubject | undefined> {
  const [, folder, slug] = (site === 'portal' && /^\/(chantiers|communes)\/([^/]+)$/.exec(path)) || []
  if (folder === 'chantiers' && slug) {
    dependsOn('chantiers')
    const chantier = await content.chantierPage(slug)
    return (
      chantier && {
        title: chantier.title,
        kicker: `Chantier nº ${chantier.number}`,
        cover: coverFor({ ...chantier, site }),
      }
    )
  }
  if (folder === 'communes' && slug) {
    dependsOn('communes')
    const commune = await content.communePage(slug)
    return (
      commune && {
        title: commune.name,
        kicker: commune.epci?.name ?? '',
        cover: coverFor({ ...commune, title: commune.name, site }),
      }
    )
  }
  const page = await content.page(site, path, 1)
  if (page?.is === 'moved') return { movedTo: page.to }
  if (!page) return undefined
  const kicker = page.trail.at(-1)?.title ?? ''
  if (page.is === 'section') return { title: page.section.title, kicker, cover: coverFor({ ...page.section, site }) }
  const { article } = page
  dependsOn(`article:${article.id}`)
  const day = article.kind === 'article' ? frenchDate(article.publishedAt) : ''
  return {
    title: article.title,
    kicker: [kicker, day].filter(Boolean).join(' · '),
    cover: coverFor({ ...article, site }),
  }
}
