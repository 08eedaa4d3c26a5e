/** A Markdown text holds something that a rich text cannot; `problems` are sentences for its author. */
export class MarkdownRefused extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`Markdown refusé : ${problems.join(' ; ')}`)
    this.name = 'MarkdownRefused'
    this.problems = problems
  }
}
