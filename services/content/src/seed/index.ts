export { firstContents } from './seed-contents.ts'
export { seedNow, seedOnce } from './seed-once.ts'
