export { type DiffRun, diffOf, type Kind } from './diff-of.ts'
export {
  type ComparedAs,
  type Difference,
  type Field,
  type FieldDifference,
  fieldDiff,
} from './field-diff.ts'
export type { InlineRun } from './inline-diff.ts'
export { type NodeDifference, type Parts, richDiff } from './rich-diff.ts'
export type { RichNode } from './rich-node.ts'
export { type RichSummary, richSummary } from './rich-summary.ts'
export { type DiffPart, wordCountOf, wordDiff } from './word-diff.ts'
export type { WordCount } from './words.ts'
