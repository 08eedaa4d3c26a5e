export { type EmbeddedObjects, type ObjectsOptions, startObjects } from './start-objects.ts'
