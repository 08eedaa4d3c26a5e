/** What both servers answer: an article as the API gives it, some 2 kB. */
export const item = {
  id: '0199c0de-0000-7000-8000-000000000001',
  version: 7,
  site: 'portal',
  title: 'La mobilité partagée se déploie dans les communes',
  slug: 'la-mobilite-partagee-se-deploie-dans-les-communes',
  state: 'published',
  publishedAt: '2026-09-01T08:00:00.000Z',
  tags: ['mobilité', 'énergie', 'communes'],
  body: Array.from({ length: 6 }, (_, paragraph) => ({
    type: 'paragraph',
    text: `${paragraph + 1}. Le service public local mesure ses usages et publie ses données ouvertes. `.repeat(4),
  })),
}

export const itemPath = '/api/content/articles/0199c0de-0000-7000-8000-000000000001'
