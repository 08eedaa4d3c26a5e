import { Client } from '@elastic/elasticsearch'
import { Transport, type TransportOptions } from '@elastic/transport'

export type SearchClientOptions = {
  url: string
  /** From the configuration, never guessed per request. */
  engine: 'elasticsearch' | 'opensearch'
  auth?: { username: string; password: string } | { apiKey: string }
}

/**
 * OpenSearch does not send the header by which the client recognises Elasticsearch, and refuses the media types that
 * carry a version.
 */
class PlainTransport extends Transport {
  constructor(options: TransportOptions) {
    super({
      ...options,
      productCheck: null as never, // no check at all, which the type does not foresee
      vendoredHeaders: {
        jsonContentType: 'application/json',
        ndjsonContentType: 'application/x-ndjson',
        accept: 'application/json,text/plain',
      },
    })
  }
}

/** One client for both engines. */
export function createSearchClient({ url, engine, auth }: SearchClientOptions): Client {
  const options = { node: url, requestTimeout: 15_000, maxRetries: 3, ...(auth ? { auth } : {}) }
  return new Client(engine === 'opensearch' ? { ...options, Transport: PlainTransport as never } : options)
}
