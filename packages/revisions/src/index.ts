export * from './differences/index.ts'
