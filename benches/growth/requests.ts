/** The kinds of requests whose cost is followed. `bench=` makes addresses differ, so that no render serves two requests. */
export type Kind = { name: string; paths: string[]; staff?: boolean }

/** A search whose answer is about all there is: shown, but it cannot cost the same, since all of it is ranked and counted. */
export const commonWord = 'search for a word of every article'
const common = ['énergie', 'mobilité', 'service public', 'usages', 'données ouvertes']
const asked = 400

export function kindsOfRequests(articles: readonly string[], tags: readonly string[]): Kind[] {
  const step = Math.max(1, Math.floor(articles.length / asked))
  const some = articles.filter((_, index) => index % step === 0)
  const many = (path: (number: number) => string) => Array.from({ length: asked }, (_, number) => path(number))
  const sections = [...new Set(articles.map((path) => path.slice(0, path.lastIndexOf('/'))))]
  const section = (number: number) => sections[number % sections.length] ?? '/'
  const search = (words: readonly string[]) =>
    many((number) => `/api/search?q=${encodeURIComponent(words[number % words.length] ?? '')}`)
  return [
    { name: 'article page', paths: some.map((path, number) => `${path}?bench=${number}`) },
    { name: 'section page', paths: many((number) => `${section(number)}?bench=${number}`) },
    { name: 'home page', paths: many((number) => `/?bench=${number}`) },
    { name: 'news list', paths: many((number) => `/api/content/sites/portal/articles?page=${1 + (number % 10)}`) },
    { name: 'search', paths: search(tags) },
    { name: commonWord, paths: search(common) },
    {
      name: 'office list',
      paths: many((number) => `/api/content/articles?perPage=25&page=${1 + (number % 8)}`),
      staff: true,
    },
  ]
}
