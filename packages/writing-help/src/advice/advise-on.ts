import type { Advice, AdvisedArticle, Severity } from './advice.ts'
import { capitalsAdvice } from './capitals-advice.ts'
import { headingsAdvice } from './headings-advice.ts'
import { lengthAdvice } from './length-advice.ts'
import { linksAdvice } from './links-advice.ts'
import { picturesAdvice } from './pictures-advice.ts'
import { readabilityAdvice } from './readability-advice.ts'
import { slugAdvice } from './slug-advice.ts'
import { summaryAdvice } from './summary-advice.ts'
import { tablesAdvice } from './tables-advice.ts'
import { titleAdvice } from './title-advice.ts'
import { typographyAdvice } from './typography-advice.ts'

const rank: Record<Severity, number> = { 'to-fix': 0, better: 1, fine: 2 }

/**
 * What a kind reader over the shoulder would say of an article (ED-16): what to fix first, then what would be better, then what is
 * fine; within each, in the order of the form. It advises, it never refuses: an article may be published against all of it.
 * `hosts` are the house’s own hosts (`patrimoine.exemple.fr`), so that full addresses of our sites count as internal links.
 */
export function adviseOn(article: AdvisedArticle, { hosts = [] }: { hosts?: readonly string[] } = {}): Advice[] {
  const { title, summary, body } = article
  return [
    ...titleAdvice(title),
    ...summaryAdvice(summary),
    ...slugAdvice(article),
    ...capitalsAdvice(article),
    ...headingsAdvice(body),
    ...lengthAdvice(body),
    ...linksAdvice(body, hosts),
    ...picturesAdvice(body),
    ...tablesAdvice(body),
    ...typographyAdvice(body),
    ...readabilityAdvice(body),
  ].sort((a, b) => rank[a.severity] - rank[b.severity])
}
