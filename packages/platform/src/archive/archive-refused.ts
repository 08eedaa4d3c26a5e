/** Why an archive or a target is refused: the command puts the code into words. */
export type RefusalCode =
  /** It has no manifest: its export did not come to its end. */
  | 'incomplete'
  /** A byte is not what was written. */
  | 'altered'
  /** Another version of the program wrote it. */
  | 'version'
  /** Something is there already that did not come from this archive. */
  | 'not-empty'
  /** Somebody wrote while it was exported. */
  | 'moving'
  /** An object is larger than one request can carry. */
  | 'too-large'
  /** It holds a service or a bucket that the target does not have. */
  | 'unknown'

/** An archive that cannot be written or imported as it is; nothing was changed, or the same command goes on from there. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused'
  readonly code: RefusalCode
  constructor(code: RefusalCode, detail: string) {
    super(detail)
    this.code = code
  }
}
