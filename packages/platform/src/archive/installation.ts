import type { Connection } from 'mongoose'
import type { Bus } from '../bus/index.ts'
import type { Bucket } from './objects-archive.ts'
import type { UserDirectory } from './users-archive.ts'

/** The stores of one installation, embedded or real; no service works on them meanwhile. */
export type Installation = {
  /** The services' databases, by their names; at least one. */
  databases: Connection[]
  bus: Bus
  topics: string[]
  buckets: Bucket[]
  /** Absent: its users are not ours to read. */
  users?: UserDirectory
  /** Creates what an import needs to be there: buckets. */
  prepare(): Promise<void>
  close(): Promise<void>
}

/** Told of each step, for the person who waits. */
export type OnStep = (step: { store: string; name: string; count: number }) => void
