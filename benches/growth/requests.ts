/** The kinds of requests whose cost is followed. `bench=` makes addresses differ, so that no render serves two requests. */
export type Kind = { name: string; paths: string[]; staff?: boolean }

const words = ['énergie', 'mobilité', 'service public', 'usages', 'données ouvertes', 'article 7', 'chauffage', 'aides']
const asked = 400

export function kindsOfRequests(articles: readonly string[]): Kind[] {
  const step = Math.max(1, Math.floor(articles.length / asked))
  const some = articles.filter((_, index) => index % step === 0)
  const many = (path: (number: number) => string) => Array.from({ length: asked }, (_, number) => path(number))
  const sections = [...new Set(articles.map((path) => path.slice(0, path.lastIndexOf('/'))))]
  const section = (number: number) => sections[number % sections.length] ?? '/'
  const word = (number: number) => encodeURIComponent(words[number % words.length] ?? '')
  return [
    { name: 'article page', paths: some.map((path, number) => `${path}?bench=${number}`) },
    { name: 'section page', paths: many((number) => `${section(number)}?bench=${number}`) },
    { name: 'home page', paths: many((number) => `/?bench=${number}`) },
    { name: 'news list', paths: many((number) => `/api/content/sites/portal/articles?page=${1 + (number % 10)}`) },
    { name: 'search', paths: many((number) => `/api/search?q=${word(number)}&page=${1 + (number % 3)}`) },
    {
      name: 'office list',
      paths: many((number) => `/api/content/articles?perPage=25&page=${1 + (number % 8)}`),
      staff: true,
    },
  ]
}
