const drivers = [
  // MongoDB's driver, mongoose
  /^Mongo(ose)?(Network|ServerSelection|NotConnected|Pool(Closed|Cleared)|ExpiredSession|TopologyClosed|WaitQueueTimeout|OperationTimeout)/,
  // the client of Elasticsearch and OpenSearch; `fetch` with a time limit
  /^(ConnectionError|NoLivingConnectionsError|TimeoutError)$/,
  // kafkajs, when it has given up trying again
  /^KafkaJS(Connection|NumberOfRetries|RequestTimeout|Broker|GroupCoordinatorNotFound)/,
  // ours
  /^(EngineUnavailable|IdentityProviderUnavailable)$/,
]
const network = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** What MongoDB answers while it stops, starts, or changes its primary (the driver calls these "retryable"). */
const mongoStates: ReadonlySet<unknown> = new Set([91, 189, 10107, 11600, 11602, 13435, 13436])
/** What an HTTP engine answers while it starts, or has too much to do. */
const httpStates: ReadonlySet<unknown> = new Set([429, 502, 503, 504])

/**
 * Whether an engine is away, as opposed to a request or an event that is wrong: worth another try, later. The one place
 * that knows it, for those who answer 503 and for those who let events wait. Drivers tell it by name or code.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { name, code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown }
  return (
    drivers.some((pattern) => pattern.test(name)) ||
    network.test(String(code)) ||
    (name === 'MongoServerError' && mongoStates.has(code)) ||
    (name === 'ResponseError' && httpStates.has(statusCode))
  )
}
