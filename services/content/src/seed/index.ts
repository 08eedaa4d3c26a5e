export { seedNow, seedOnce } from './seed-once.ts'
