import assert from 'node:assert/strict'

type Refusal = { status: number; headers: Record<string, string | string[] | undefined>; body: string }
type Problem = {
  status: number
  code: string
  detail: string
  title: string
  type: string
  requestId?: string
  errors?: { path: string; message: string }[]
}

const code = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$/
/** Signs of what must never leave the house: stacks, files of the program, names of its engines and libraries. */
const inside =
  /\n\s+at |node_modules|node:internal|\.(ts|mjs|js):\d+|\/services\/|\/packages\/|\/gateway\/|\/tmp\/|sqlite|mongo|zod|express\b|\bECONN|SyntaxError|TypeError|undefined is not/i

/** Nothing of the program’s inside is in an answer. */
export function assertTellsNothing({ body }: Pick<Refusal, 'body'>, about = ''): void {
  const leak = inside.exec(body)
  assert.equal(
    leak,
    null,
    `${about} tells of the inside: …${body.slice(Math.max(0, (leak?.index ?? 0) - 40)).slice(0, 160)}`,
  )
}

/** A refusal as RFC 9457 and our conventions want it: stable code, French sentence, nothing of the program’s inside. */
export function assertProblem(answer: Refusal, status?: number, wantedCode?: string, about = ''): Problem {
  const where = `${about} ${answer.status} ${answer.body.slice(0, 300)}`
  if (status !== undefined) assert.equal(answer.status, status, where)
  assert.ok(answer.status >= 400 && answer.status < 500, `not a refusal: ${where}`)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, where)
  const problem = JSON.parse(answer.body) as Problem
  assert.equal(problem.status, answer.status, where)
  assert.match(problem.code, code, where)
  if (wantedCode !== undefined) assert.equal(problem.code, wantedCode, where)
  assert.match(problem.detail, /^[A-ZÀÉÊ«].*[.?!»)]$/s, `no sentence: ${where}`)
  assertTellsNothing(answer, about)
  return problem
}

/** What a browser asks for. */
export const asBrowser = { accept: 'text/html,application/xhtml+xml' }

/** A page that refuses: French, whole, and telling nothing of the inside. */
export function assertRefusingPage({ status, headers, body }: Refusal, about: string): void {
  assert.ok(status >= 400 && status < 500, `${about} ${status}`)
  assert.match(String(headers['content-type']), /^text\/html/, about)
  assert.match(body, /<html lang="fr"/, about)
  assert.match(body, /<h1[^>]*>[^<]+/, about)
  assertTellsNothing({ body }, about)
}
