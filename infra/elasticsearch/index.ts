export { bootstrapElasticsearch, type ElasticsearchBootstrap } from './bootstrap-elasticsearch.ts'
