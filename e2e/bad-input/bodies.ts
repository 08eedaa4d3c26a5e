import { anArticle } from '../support/articles.ts'

export type BadBody = {
  name: string
  body: string | Uint8Array
  headers?: Record<string, string>
  status: number
  code: string
}

const good = anArticle({ slug: 'un-atelier' })
const malformed = { status: 400, code: 'request.malformed' }
const invalid = { status: 422, code: 'request.invalid' }
const foreign = { status: 415, code: 'request.unsupported-media-type' }

const withField = (field: string, value: unknown): BadBody => ({
  name: `${field}: ${JSON.stringify(value)?.slice(0, 60)}`,
  body: JSON.stringify({ ...good, [field]: value }),
  ...invalid,
})
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const paragraphsIn = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((content) => ({ type: 'blockquote', content: [content] }), {
    type: 'paragraph',
  })
const textNode = (own: object) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', ...own }] }],
})

/** What may be sent in place of an article, and how each is refused. */
export const badBodies: BadBody[] = [
  ...[
    '{',
    '{"title":}',
    "{'title':'x'}",
    '{"title":"x",}',
    'nul',
    'undefined',
    'NaN',
    '<a/>',
    'title=x',
    '\ufeff{',
    '{}{}',
  ].map((body) => ({ name: `not JSON: ${body}`, body, ...malformed })),
  { name: 'invalid UTF-8', body: bytes('{"title":"', [0xff, 0xfe, 0xc0, 0xaf], '"}'), ...malformed },
  { name: 'UTF-16', body: Buffer.from(JSON.stringify(good), 'utf16le'), ...malformed },
  { name: 'a hundred thousand levels', body: nested(100_000), ...malformed },
  { name: 'a hundred thousand levels inside a field', body: `{"title":${nested(100_000)}}`, ...malformed },
  { name: 'a hundred thousand levels, never closed', body: '{"a":'.repeat(100_000), ...malformed },
  {
    name: 'a text quoted in itself a thousand times',
    body: JSON.stringify({ ...good, body: { type: 'doc', content: [paragraphsIn(1_000)] } }),
    ...malformed,
  },
  ...['[]', '"x"', '1', 'true', 'null', '{}'].map((body) => ({ name: `no article: ${body}`, body, ...invalid })),
  { name: '__proto__', body: JSON.stringify(good).replace('{', '{"__proto__":{"roles":["admin"]},'), ...invalid },
  withField('constructor', { prototype: { admin: true } }),
  withField('state', 'published'),
  withField('id', 'portal-contact'),
  withField('version', 7),
  withField('$where', 'sleep(1000)'),
  ...['title', 'slug', 'section', 'site', 'kind', 'summary', 'author', 'chantier', 'body', 'position', 'tags'].flatMap(
    (field) =>
      [{ $gt: '' }, { $ne: null }, ['x', 'y']]
        .filter((value) => field !== 'tags' || !Array.isArray(value))
        .map((value) => withField(field, value)),
  ),
  ...['title', 'slug', 'section', 'kind', 'body'].flatMap((field) =>
    [null, 1, true, ''].map((value) => withField(field, value)),
  ),
  withField('title', 'x'.repeat(161)),
  withField('title', 'x'.repeat(900_000)),
  withField('title', 'un\u0000deux'),
  withField('title', 'un\ndeux'),
  withField('summary', 'x'.repeat(301)),
  withField(
    'tags',
    Array.from({ length: 21 }, (_, index) => `mot ${index}`),
  ),
  withField('tags', ['x'.repeat(61)]),
  withField('tags', [{ $gt: '' }]),
  ...[-1, 1.5, 10_000, 1e308, '1'].map((value) => withField('position', value)),
  ...['../../etc/passwd', 'Majuscule', 'é', 'a b', '-a', 'a--b', 'x'.repeat(101), '%2e%2e', 'a\u0000'].map((value) =>
    withField('slug', value),
  ),
  ...['__proto__', 'constructor', 'nulle-part', '../portal'].map((value) => withField('site', value)),
  withField('section', '__proto__'),
  withField('body', { type: 'doc', content: [{ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] }),
  withField('body', { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'alert(1)' } }] }),
  withField('body', textNode({ marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })),
  withField('body', textNode({ marks: [{ type: 'link', attrs: { href: 'data:text/html,<script>' } }] })),
  withField('body', textNode({ text: { $gt: '' } })),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/xml',
    '',
  ].map((type) => ({
    name: `content type ${type || 'none'}`,
    body: JSON.stringify(good),
    headers: { 'content-type': type },
    ...foreign,
  })),
]
