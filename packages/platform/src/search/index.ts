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
