import type { Document } from '../values/document.ts'
import type { Variables } from './expression.ts'

/** What a stage does with documents; it never changes those that it gets. */
export type Stage = (documents: Iterable<Document>) => Iterable<Document>

/** Reads the specification of a stage; what is wrong in it is said now, before any document comes. */
export type MakeStage = (spec: unknown, scope: Scope) => Stage

export type Scope = {
  variables: Variables
  /** Runs a pipeline on another collection of the same database. */
  aggregate(collection: string, pipeline: unknown, variables: Variables): Document[]
}
