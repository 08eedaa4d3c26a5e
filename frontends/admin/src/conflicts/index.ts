export type { ComparedField } from './compared-field.ts'
export { ConflictScreen } from './conflict-screen.tsx'
