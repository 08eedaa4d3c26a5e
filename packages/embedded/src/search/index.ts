export { type SearchOptions, startSearch } from './start-search.ts'
