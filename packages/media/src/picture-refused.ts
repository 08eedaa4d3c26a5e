/** Why a picture is refused; stable, for programs. The message of `PictureRefused` is for the person who sent it. */
export type RefusalCode =
  | 'not-a-picture'
  | 'kind-not-supported'
  | 'disguised'
  | 'truncated'
  | 'unreadable'
  | 'animated'
  | 'too-heavy'
  | 'too-many-pixels'
  | 'too-slow'
  | 'decoder-crashed'
  | 'svg-unsafe'
  | 'svg-unreadable'
  | 'svg-too-complex'

/** A file cannot become a picture of the site. `message` is a French sentence that says what to do about it. */
export class PictureRefused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PictureRefused'
    this.code = code
  }
}
