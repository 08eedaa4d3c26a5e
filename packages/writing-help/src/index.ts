export type { Advice, AdvisedArticle, AdvisedField, Severity } from './advice/advice.ts'
export { adviseOn } from './advice/advise-on.ts'
export { limits } from './advice/limits.ts'
export { slugFor } from './advice/slug-advice.ts'
export { type PreviewedPage, type SearchPreview, searchPreview } from './search-preview/search-preview.ts'
export { type Readability, type ReadabilityLabel, readabilityOf } from './text/readability.ts'
export { syllablesIn } from './text/syllables.ts'
export {
  broaderOf,
  mergeTerms,
  narrowerOf,
  type Rewrite,
  rewriteTags,
  unusedTerms,
  withBroader,
  withTerm,
} from './thesaurus/revise-vocabulary.ts'
export { similarTerms } from './thesaurus/similar-terms.ts'
export { type Suggestion, suggestTerms } from './thesaurus/suggest-terms.ts'
export { tagKey } from './thesaurus/tag-key.ts'
export { normalisedTags, type Term, ThesaurusRefused, termNamed, type Vocabulary } from './thesaurus/term.ts'
