export { createElasticsearchEngine, type ElasticsearchOptions } from './elasticsearch-engine.ts'
