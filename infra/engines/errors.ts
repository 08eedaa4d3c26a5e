import type { EngineName } from './engine.ts'

/** An engine could not be fetched, three times: the network's fault or the registry's, not ours. Tests that need it did not run. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched'
  readonly engine: EngineName
  constructor(engine: EngineName, cause: Error) {
    super(`${engine} could not be fetched (tried three times): ${cause.message}`, { cause })
    this.engine = engine
  }
}

/** A program that fetches or builds failed; worth another try. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed'
}

/** This machine lacks a program; trying again is of no use. */
export class MissingTool extends Error {
  override readonly name = 'MissingTool'
}

/** An engine ended while it started, or never answered. `message` ends with the last lines of its log. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed'
}
