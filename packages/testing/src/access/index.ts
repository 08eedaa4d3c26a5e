export { type ForgedToken, forgedTokens } from './forged-tokens.ts'
export { type Asked, type Finding, playMatrix, withHollowHandlers } from './play-matrix.ts'
export { type Line, parseTable, writeTable } from './table.ts'
