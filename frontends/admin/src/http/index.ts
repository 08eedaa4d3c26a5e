export { type ApiClient, type ApiRequest, createApiClient, type SessionDoor } from './api-client.ts'
export { ApiError, ConflictError, type FieldErrors, type Issue } from './api-error.ts'
