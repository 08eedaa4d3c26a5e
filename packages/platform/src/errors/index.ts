export { isOutage } from './is-outage.ts'
export { type FieldError, found, invalid, missing, Refusal, type RefusalKind, refused, stale } from './refusal.ts'
