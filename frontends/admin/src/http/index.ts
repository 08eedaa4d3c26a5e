export { type ApiClient, createApiClient } from './api-client.ts'
export { ApiError, ConflictError, type FieldErrors, type Issue } from './api-error.ts'
