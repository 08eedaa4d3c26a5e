import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  type ArticleView,
  articleInput,
  chantierInput,
  communeInput,
  type SectionView,
  sectionInput,
} from '@pmq/contracts/content'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { z } from 'zod'
import { adminFiles } from '../index.ts'
import { articlesOf, axes, chantiersOf, communesOf, deadLettersOf, epcis, sectionsOf, sites } from './fixture-data.ts'

type Stored = { id: string; version: number; updatedAt: string }
type Reply = { status: number; code: string; detail: string; [extension: string]: unknown }

/** The policy of the real gateway (gateway/src/security), so that what it would refuse is seen here. */
const policy = (nonce: string) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`

/**
 * The routes of the gateway and of the content service that the back office calls, in memory: to see and test its screens
 * without the platform. Sign in as a role with `/auth/sign-in?as=editor`.
 * @param files the built back office
 */
export function createFixtureGateway({ files = adminFiles } = {}): {
  app: Express
  articles: Map<string, ArticleView>
  /** Everybody's session ends: the next request is refused. */
  endSessions: () => void
  /** The next requests to the API answer this. */
  failNext: (status: number, times?: number) => void
  saveAsSomebodyElse: (id: string, patch: Partial<ArticleView>) => void
} {
  const app = express()
  const keyed = <Each extends { id: string }>(items: Each[]) => new Map(items.map((item) => [item.id, item]))
  const articles = keyed(articlesOf())
  const sections = keyed(sectionsOf())
  let letters = deadLettersOf()
  let epoch = 1
  let failing = { status: 0, times: 0 }
  const answers = new Map<string, { body: string; answer: unknown }>()

  const roleOf = (req: Request) => new RegExp(`fixture=${epoch}\\.([a-z]*)`).exec(req.headers.cookie ?? '')?.[1]
  const names: Record<string, string> = { editor: 'Camille', admin: 'Dominique', viewer: 'Alix', partner: 'Sacha' }

  app.use(express.json({ limit: '1mb' }), express.urlencoded({ extended: false }))
  app.get('/auth/me', (req, res) => {
    const role = roleOf(req)
    if (!role) return res.json({ signedIn: false })
    const name = names[role] ?? role
    return res.json({
      signedIn: true,
      subject: role,
      name,
      username: role,
      roles: [role],
      csrf: `csrf-${epoch}`,
      expiresAt: later(60_000),
    })
  })
  app.get('/auth/sign-in', (req, res) => {
    const { as = 'editor', to = '/admin/' } = req.query
    res.cookie('fixture', `${epoch}.${as}`, { httpOnly: true }).redirect(String(to))
  })
  app.post('/auth/sign-out', (req, res) => {
    if (req.body.csrf !== `csrf-${epoch}`) return refuse(res, csrfRefused)
    return res.clearCookie('fixture').redirect(303, '/admin/')
  })

  app.use('/api', (req, res, next) => {
    if (failing.times > 0) {
      failing.times -= 1
      return refuse(res, { status: failing.status, code: 'internal', detail: '', requestId: 'essai-1' })
    }
    const role = roleOf(req)
    if (!role) return refuse(res, { status: 401, code: 'auth.required', detail: 'Connectez-vous.' })
    if (req.method === 'GET') return next()
    if (req.get('x-csrf-token') !== `csrf-${epoch}`) return refuse(res, csrfRefused)
    if (!['admin', 'editor'].includes(role))
      return refuse(res, {
        status: 403,
        code: 'auth.forbidden',
        detail: 'Votre compte n’a pas le droit de faire cette action.',
      })
    return next()
  })

  const content = '/api/content'
  app.get(`${content}/sites`, (_req, res) => void res.json({ items: sites, total: sites.length }))
  app.get(`${content}/axes`, (_req, res) => void res.json({ items: axes }))
  app.get(`${content}/epcis`, (_req, res) => void res.json({ items: epcis, total: epcis.length }))
  for (const [name, items, input] of [
    ['chantiers', keyed(chantiersOf()), chantierInput],
    ['communes', keyed(communesOf()), communeInput],
  ] as const) {
    app.get(`${content}/${name}`, (req, res) => void res.json(pageOf([...items.values()], req)))
    app.get(`${content}/${name}/:id`, (req, res) => send(res, items.get(req.params.id)))
    app.put(`${content}/${name}/:id`, (req, res) => replace(req, res, items as Map<string, Stored>, input))
  }

  app.get(`${content}/sections`, (req, res) => {
    const found = [...sections.values()].filter(({ site }) => !req.query.site || site === req.query.site)
    res.json(pageOf(found, req))
  })
  app.get(`${content}/sections/:id`, (req, res) => send(res, sections.get(req.params.id)))
  app.post(`${content}/sections`, (req, res) =>
    once(req, res, sectionInput, (input) => {
      const above = input.parent ? sections.get(input.parent) : undefined
      const section: SectionView = {
        ...input,
        id: `s${sections.size + 1}`,
        version: 1,
        path: `${above?.path ?? ''}/${input.slug}`,
        depth: 1,
        updatedAt: later(0),
      }
      sections.set(section.id, section)
      return section
    }),
  )
  app.put(`${content}/sections/:id`, (req, res) => replace(req, res, sections, sectionInput))
  app.delete(`${content}/sections/:id`, (req, res) => {
    if ([...sections.values()].some(({ parent }) => parent === req.params.id))
      return refuse(res, {
        status: 409,
        code: 'section.not-empty',
        detail: 'Cette rubrique contient des sous-rubriques. Déplacez-les d’abord.',
      })
    sections.delete(req.params.id)
    return res.status(204).end()
  })

  app.get(`${content}/articles`, (req, res) => {
    const { q, sort = '-updatedAt', site, section, kind, state } = req.query as Record<string, string | undefined>
    const has = (wanted: string | undefined, value: string) => !wanted || [wanted].flat().includes(value)
    const found = [...articles.values()]
      .filter((one) => has(site, one.site) && has(section, one.section) && has(kind, one.kind) && has(state, one.state))
      .filter(({ title }) => !q || title.toLowerCase().includes(q.toLowerCase()))
    const field = sort.replace('-', '') as 'updatedAt' | 'title' | 'publishedAt'
    const sign = sort.startsWith('-') ? -1 : 1
    found.sort((one, other) => sign * String(one[field]).localeCompare(String(other[field])))
    res.json(pageOf(found, req))
  })
  app.get(`${content}/articles/:id`, (req, res) => send(res, articles.get(req.params.id)))
  app.post(`${content}/articles`, (req, res) =>
    once(req, res, articleInput, (input) => {
      if ([...articles.values()].some(({ slug }) => slug === input.slug))
        return {
          status: 409,
          code: 'slug.taken',
          detail: '«\u202fUn autre texte\u202f» porte déjà cette adresse. Changez la fin de l’adresse.',
        }
      const stamps = {
        createdAt: later(0),
        updatedAt: later(0),
        updatedBy: 'Camille',
        publishedAt: null,
        withdrawAt: null,
      }
      const article: ArticleView = {
        ...input,
        ...stamps,
        id: `a${articles.size + 1}`,
        version: 1,
        state: 'draft',
        path: `/${input.section}/${input.slug}`,
      }
      articles.set(article.id, article)
      return article
    }),
  )
  app.put(`${content}/articles/:id`, (req, res) => replace(req, res, articles, articleInput))
  app.delete(`${content}/articles/:id`, (req, res) => {
    if (!current(req, res, articles)) return
    articles.delete(req.params.id)
    res.status(204).end()
  })
  const turn =
    (
      change: (article: ArticleView, body: { at?: string | null; withdrawAt?: string | null }) => Partial<ArticleView>,
    ) =>
    (req: Request, res: Response) => {
      const article = current(req, res, articles) as ArticleView | undefined
      if (!article) return
      const next = { ...article, ...change(article, req.body ?? {}), version: article.version + 1, updatedAt: later(0) }
      articles.set(next.id, next)
      res.json(next)
    }
  app.post(
    `${content}/articles/:id/publication`,
    turn((article, { at, withdrawAt = null }) => {
      if (at && Date.parse(at) > Date.now()) return { state: 'scheduled', publishedAt: at, withdrawAt }
      return { state: 'published', publishedAt: article.publishedAt ?? later(0), withdrawAt }
    }),
  )
  app.delete(
    `${content}/articles/:id/publication`,
    turn(() => ({ state: 'draft', publishedAt: null, withdrawAt: null })),
  )
  app.post(
    `${content}/articles/:id/archiving`,
    turn(() => ({ state: 'archived', withdrawAt: null })),
  )
  app.delete(
    `${content}/articles/:id/archiving`,
    turn(() => ({ state: 'published' })),
  )

  app.use(['/api/operations', '/api/search', '/api/content/dead-letters'], (req, res, next) => {
    if (roleOf(req) === 'admin') return next()
    return refuse(res, { status: 403, code: 'auth.forbidden', detail: 'Réservé aux administrateurs.' })
  })
  app.get('/api/operations/engines', (_req, res) => {
    const items = ['documents', 'events', 'search', 'objects', 'identity', 'mail'].map((name) => ({
      name,
      kind: 'embedded',
      state: name === 'mail' ? 'down' : 'up',
      ...(name === 'mail' ? { detail: 'no answer within 2000 ms' } : {}),
      checkedAt: later(0),
    }))
    res.json({ items, total: items.length })
  })
  app.get(
    '/api/operations/services',
    (_req, res) => void res.json({ items: [{ name: 'content' }, { name: 'search' }] }),
  )
  app.get('/api/content/dead-letters', (_req, res) => void res.json({ items: [], total: 0 }))
  app.get('/api/search/dead-letters', (_req, res) => void res.json({ items: letters, total: letters.length }))
  app.post('/api/search/dead-letters/:id/replay', (_req, res) =>
    refuse(res, {
      status: 409,
      code: 'dead-letter.failed-again',
      detail: 'Le traitement a échoué de nouveau. La cause est indiquée dans le détail.',
    }),
  )
  app.delete('/api/search/dead-letters/:id', (req, res) => {
    letters = letters.filter(({ id }) => id !== req.params.id)
    res.status(204).end()
  })
  app.post('/api/search/rebuild', (_req, res) => void res.status(204).end())
  app.use('/api', (_req, res) => refuse(res, { status: 404, code: 'not-found', detail: 'Cette adresse n’existe pas.' }))

  app.get('/admin/', async (_req, res) => {
    const html = await readFile(new URL('index.html', files), 'utf8')
    res.set('content-security-policy', policy('essai')).type('html').send(html.replaceAll('__CSP_NONCE__', 'essai'))
  })
  app.use('/admin', express.static(fileURLToPath(files), { index: false }))
  app.use((error: Error, _req: Request, res: Response, _next: NextFunction) =>
    refuse(res, { status: 500, code: 'internal', detail: '', requestId: error.message }),
  )

  function once<Schema extends z.ZodType>(
    req: Request,
    res: Response,
    schema: Schema,
    make: (input: z.output<Schema>) => Stored | Reply,
  ) {
    const key = req.get('idempotency-key') ?? ''
    const body = JSON.stringify(req.body)
    const before = answers.get(key)
    if (before && before.body !== body)
      return refuse(res, { status: 422, code: 'idempotency.reused', detail: 'Cette clé a déjà servi.' })
    if (before) return res.status(201).json(before.answer)
    const input = parsed(schema, req, res)
    if (input === undefined) return
    const made = make(input)
    if ('status' in made) return refuse(res, made)
    if (key) answers.set(key, { body, answer: made })
    return res.status(201).set('etag', `"${made.version}"`).json(made)
  }

  return {
    app,
    articles,
    endSessions: () => {
      epoch += 1
    },
    failNext(status, times = 1) {
      failing = { status, times }
    },
    saveAsSomebodyElse(id, patch) {
      const article = articles.get(id)
      if (article)
        articles.set(id, {
          ...article,
          ...patch,
          version: article.version + 1,
          updatedAt: later(0),
          updatedBy: 'Dominique',
        })
    },
  }
}

const csrfRefused: Reply = { status: 403, code: 'csrf.refused', detail: 'Rechargez la page.' }
const later = (ms: number) => new Date(Date.now() + ms).toISOString()

const refuse = (res: Response, { status, ...problem }: Reply) =>
  void res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: 'Problem', status, ...problem }))

function send(res: Response, item: Stored | undefined) {
  if (!item) return refuse(res, { status: 404, code: 'not-found', detail: 'Ce contenu n’existe pas ou n’existe plus.' })
  return void res.set('etag', `"${item.version}"`).json(item)
}

function pageOf<Item>(items: Item[], { query }: Request) {
  const [page, perPage] = [Number(query.page ?? 1), Number(query.perPage ?? 25)]
  return { items: items.slice((page - 1) * perPage, page * perPage), total: items.length }
}

function parsed<Schema extends z.ZodType>(schema: Schema, req: Request, res: Response): z.output<Schema> | undefined {
  const result = schema.safeParse(req.body)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  refuse(res, { status: 422, code: 'request.invalid', detail: 'Certains champs sont à reprendre.', errors })
  return undefined
}

/** The stored item, when the version in If-Match is its own. */
function current(req: Request, res: Response, items: ReadonlyMap<string, Stored>): Stored | undefined {
  const item = items.get(String(req.params.id))
  const ifMatch = req.get('if-match')
  if (!item) refuse(res, { status: 404, code: 'not-found', detail: 'Ce contenu n’existe pas ou n’existe plus.' })
  else if (ifMatch === undefined)
    refuse(res, { status: 428, code: 'version.required', detail: 'Il manque la version.' })
  else if (ifMatch !== `"${item.version}"`)
    refuse(res, { status: 412, code: 'version.stale', detail: '', current: item })
  else return item
  return undefined
}

function replace<Item extends Stored>(req: Request, res: Response, items: Map<string, Item>, schema: z.ZodType) {
  const item = current(req, res, items) as Item | undefined
  if (!item) return
  const input = parsed(schema, req, res)
  if (input === undefined) return
  const next = {
    ...item,
    ...input,
    version: item.version + 1,
    updatedAt: later(0),
    ...('updatedBy' in item ? { updatedBy: 'Camille' } : {}),
  }
  items.set(item.id, next)
  res.set('etag', `"${next.version}"`).json(next)
}
