export { documentsRefused, misfitOf, type PlainDocument, type Refusal } from './check-document.ts'
export { fold } from './fold.ts'
export { elisions, equivalents, stopWords } from './french-words.ts'
export { type PlainQuery, plainQuery } from './plain-query.ts'
export type {
  Facet,
  HighlightPart,
  IndexDefinition,
  IndexField,
  IndexFields,
  SearchAnswer,
  SearchDocument,
  SearchEngine,
  SearchHit,
  SearchIndex,
  SearchQuery,
} from './search-engine.ts'
export { suggestedTitle, suggestFields, suggestionKeys, suggestionPrefix } from './suggestions.ts'
export { forgivenMistakes, mistakesBetween } from './typing-mistakes.ts'
