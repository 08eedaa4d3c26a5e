import { contentTopics } from '@pmq/contracts/content'
import { service } from '@pmq/platform/service'
import { createArticleCards } from './articles/article-cards.ts'
import { articlesApi } from './articles/articles-api.ts'
import { onSectionRevised } from './articles/on-section-revised.ts'
import { publishDueArticles } from './articles/publish-due-articles.ts'
import { chantiersApi } from './chantiers/chantiers-api.ts'
import { sectionsApi } from './sections/sections-api.ts'
import { sitePagesApi } from './site-pages/site-pages-api.ts'
import { sitesApi } from './sites/sites-api.ts'
import { createContentStores } from './stores.ts'
import { territoryApi } from './territory/territory-api.ts'

/** Sites, sections, articles, chantiers and communes: what the public sites show. */
export const content = service('content', ({ database, clock }) => {
  const stores = createContentStores(database)
  const articles = { articles: stores.articles, sections: stores.sections, clock }
  const cards = createArticleCards(stores)
  return {
    api: [
      ...sitesApi(stores),
      ...sitePagesApi(stores),
      ...sectionsApi({ sections: stores.sections, countContents: stores.articles.countInSection, clock }),
      ...articlesApi(articles),
      ...chantiersApi({ chantiers: stores.chantiers, cards, clock }),
      ...territoryApi({ territory: stores.territory, clock }),
    ],
    hears: [onSectionRevised(articles)],
    jobs: [publishDueArticles(articles)],
    tells: contentTopics,
  }
})
