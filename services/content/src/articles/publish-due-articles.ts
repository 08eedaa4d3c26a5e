import { type Job, job } from '@pmq/platform/jobs'
import { publishArticle, withdrawArticle } from './article.ts'
import { type Articles, placeOf } from './articles.ts'
import { unlessStale } from './unless-stale.ts'

/** Publishes and withdraws at the planned minute (ED-1). */
export const publishDueArticles = (context: Articles): Job =>
  job(
    'content.publish-due-articles',
    { everyMs: 1000, due: () => context.articles.anyDue(context.clock()) },
    async () => {
      const now = context.clock()
      const by = 'Planification'
      for (const article of await context.articles.dueAt(now)) {
        const place = await placeOf(context, article)
        const change =
          article.state === 'scheduled'
            ? // The planned date stands, even when we were late.
              publishArticle(article, {
                at: article.publishedAt,
                withdrawAt: article.withdrawAt && article.withdrawAt > now ? article.withdrawAt : null,
                place,
                now,
                by,
              })
            : withdrawArticle(article, { now, by })
        // Somebody saved it this very second: the next look decides on what is stored then.
        await unlessStale(() => context.articles.commit(change, article.version))
      }
    },
  )
