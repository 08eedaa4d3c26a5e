export { type ApiCall, ApiProblem, createApiClient } from './api-client.ts'
export type { Operations } from './operations.ts'
