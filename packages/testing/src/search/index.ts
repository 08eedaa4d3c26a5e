export { type HeritageDocument, heritageDocuments, heritageFields } from './heritage-documents.ts'
export { type SearchFixture, searchContract } from './search-contract.ts'
