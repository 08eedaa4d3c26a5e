import type { estypes } from '@elastic/elasticsearch'
import { elisions, equivalents, stopWords } from '../french-words.ts'
import type { IndexDefinition, IndexField, IndexFields } from '../search-engine.ts'

export type IndexBody = { settings: estypes.IndicesIndexSettings; mappings: estypes.MappingTypeMapping }

/**
 * The settings and mappings of an index. A document is
 * `{ id, fields: { … }, all_text, all_words, suggest_whole, suggest_keys }`, or `{ id, removed: true, removed_at }`.
 */
export function indexBody({ fields }: IndexDefinition<IndexFields>): IndexBody {
  return {
    settings: {
      number_of_shards: 1, // exact facet counts; a hundred thousand sheets fit in one
      auto_expand_replicas: '0-1',
      refresh_interval: '500ms', // what is put is found within a second
      analysis: frenchAnalysis,
    },
    mappings: {
      dynamic: 'strict',
      _meta: { fields: JSON.stringify(fields) },
      properties: {
        id: { type: 'keyword' },
        removed: { type: 'boolean' },
        removed_at: { type: 'date' },
        all_text: { type: 'text', analyzer: 'french_text' },
        all_words: { type: 'text', analyzer: 'french_words' },
        suggest_whole: { type: 'keyword' },
        suggest_keys: { type: 'keyword' },
        fields: {
          type: 'object',
          dynamic: 'strict',
          properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, propertyOf(field)])),
        },
      },
    },
  }
}

function propertyOf({ type }: IndexField): estypes.MappingProperty {
  switch (type) {
    case 'text':
      return { type: 'text', analyzer: 'french_text', copy_to: ['all_text', 'all_words'] }
    case 'keyword':
      return { type: 'keyword' }
    case 'date':
      return { type: 'date' }
    case 'number':
      return { type: 'double' }
    case 'geo':
      return { type: 'geo_point' }
    case 'stored':
      return { type: 'keyword', index: false, doc_values: false }
  }
}

/** The same lists as the embedded engine's; the light stemmer joins what they leave apart. */
const frenchAnalysis: estypes.IndicesIndexSettingsAnalysis = {
  filter: {
    pmq_elision: { type: 'elision', articles: elisions, articles_case: true },
    pmq_fold: { type: 'asciifolding' },
    pmq_equivalents: {
      type: 'synonym',
      synonyms: Object.entries(equivalents).map(([word, equivalent]) => `${word} => ${equivalent}`),
    },
    pmq_stop: { type: 'stop', stopwords: stopWords },
    pmq_stem: { type: 'stemmer', language: 'light_french' },
  },
  analyzer: {
    french_text: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['pmq_elision', 'lowercase', 'pmq_fold', 'pmq_equivalents', 'pmq_stop', 'pmq_stem'],
    },
    /** Whole words, to correct typing mistakes by. */
    french_words: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['pmq_elision', 'lowercase', 'pmq_fold', 'pmq_stop'],
    },
  },
}
