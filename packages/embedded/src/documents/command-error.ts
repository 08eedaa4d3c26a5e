import type { Document } from './values/document.ts'

/** An error that the client gets, with MongoDB's own code: mongoose and the driver recognise some of them. */
export class CommandError extends Error {
  readonly code: number
  readonly codeName: string
  readonly details: Document

  constructor(code: number, codeName: string, message: string, details: Document = {}) {
    super(message)
    this.code = code
    this.codeName = codeName
    this.details = details
  }
}

export const badValue = (message: string) => new CommandError(2, 'BadValue', message)
export const typeMismatch = (message: string) => new CommandError(14, 'TypeMismatch', message)

/** What MongoDB can do and this engine cannot: always said aloud, never ignored. */
export const unsupported = (what: string) =>
  new CommandError(238, 'NotImplemented', `The embedded document engine does not support ${what}.`)
