import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anArticle, draftArticle, storedArticle } from '../support/articles.ts'
import { type Sent, send } from '../support/http.ts'
import { assertProblem } from '../support/problems.ts'
import { badBodies } from './bodies.ts'
import { badArticleQueries, badQueries } from './queries.ts'
import type { Stage } from './stage.ts'

const json = { 'content-type': 'application/json' }

/** What is sent to be stored, or asked of what is stored. */
export function badContents({ platform, editor, busy }: Stage): void {
  test('no body but an article is taken for one: each is refused with its code, in French, on its field', async () => {
    for (const { name, body, headers, status, code } of badBodies) {
      const answer = await busy.send('/api/content/articles', {
        method: 'POST',
        headers: { ...json, ...headers },
        body,
      })
      const { errors } = assertProblem(answer, status, code, name)
      if (status !== 422) continue
      assert.ok(errors && errors.length > 0, name)
      for (const { message } of errors)
        assert.doesNotMatch(message, /^(Invalid|Expected|Unrecognized|Too )|undefined/, name)
    }
  })

  test('the same bodies change nothing that is stored', async () => {
    const draft = await draftArticle(editor, anArticle({ slug: 'reste-tel-quel' }))
    const path = `/api/content/articles/${draft.id}`
    for (const { name, body, headers, status, code } of badBodies) {
      const ifMatch = { 'if-match': `"${draft.version}"` }
      const answer = await editor.send(path, { method: 'PUT', headers: { ...json, ...ifMatch, ...headers }, body })
      assertProblem(answer, status, code, name)
    }
    assert.deepEqual(await storedArticle(editor, draft.id), draft)
  })

  test('a version to replace is one number in quotes', async () => {
    const draft = await draftArticle(editor, anArticle({ slug: 'une-version' }))
    const put = (headers: Record<string, string>) =>
      editor.send(`/api/content/articles/${draft.id}`, {
        method: 'PUT',
        headers: { ...json, ...headers },
        body: JSON.stringify(anArticle({ slug: 'autre' })),
      })
    assertProblem(await put({}), 428, 'version.required')
    for (const value of ['*', 'abc', '1', '"-1"', '"1.5"', '"99999999999999"', '"1", "2"', '{"$gt":0}'])
      assertProblem(await put({ 'if-match': value }), 428, 'version.required', value)
    for (const value of ['"0"', '"999999999"'])
      assertProblem(await put({ 'if-match': value }), 412, 'version.stale', value)
    assert.deepEqual(await storedArticle(editor, draft.id), draft)
  })

  test('dates of publication are moments, in an order that makes sense', async () => {
    const draft = await draftArticle(editor, anArticle({ slug: 'des-dates' }))
    const publish = (body: unknown) =>
      editor.write('POST', `/api/content/articles/${draft.id}/publication`, body, draft.version)
    for (const at of [
      'demain',
      '2026-13-45T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-11-21',
      '21/11/2026',
      0,
      1e20,
      true,
      {},
      [],
      { $gt: '' },
      '+275760-09-13T00:00:00.001Z',
      '2026-11-21T25:00:00Z',
      '',
    ])
      assertProblem(await publish({ at }), 422, 'request.invalid', JSON.stringify(at))
    assertProblem(await publish({ withdrawAt: '2001-01-01T00:00:00Z' }), 409, 'article.withdrawn-before-published')
    assertProblem(await publish({ at: '2999-01-02T00:00:00Z', withdrawAt: '2999-01-01T00:00:00Z' }), 409)
    assert.deepEqual(await storedArticle(editor, draft.id), draft)
  })

  test('a key of repetition is short and plain', async () => {
    for (const key of ['x'.repeat(201), 'x'.repeat(3_000)]) {
      const headers = { ...json, 'idempotency-key': key }
      const body = JSON.stringify(anArticle({ slug: 'jamais' }))
      assertProblem(
        await editor.send('/api/content/articles', { method: 'POST', headers, body }),
        400,
        'request.malformed',
      )
    }
  })

  test('lists refuse what is no page, no order and no filter of theirs', async () => {
    for (const query of [...badQueries, ...badArticleQueries])
      assertProblem(await editor.send(`/api/content/articles?${query}`), 422, 'request.invalid', query)
    for (const query of badQueries.filter((one) => !/^(q=x|perPage=$)/.test(one)))
      assertProblem(await send(platform, `/api/content/sites/portal/articles?${query}`), 422, 'request.invalid', query)
  })

  test('a body over the limit is refused, whether its length is told or not', async () => {
    const big = Buffer.alloc(2 * 1_048_576, 'x')
    const declared = await editor.send('/api/content/articles', { method: 'POST', headers: json, body: big })
    assertProblem(declared, 413, 'request.too-large')
    const chunked: Sent = { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body: big }
    assertProblem(await editor.send('/api/content/articles', chunked), 413, 'request.too-large')
    assertProblem(await send(platform, '/api/content/articles', { method: 'POST', headers: json, body: big }), 413)
    assertProblem(await send(platform, '/habiter', { method: 'POST', body: big }), 413)
  })

  test('who writes too often is asked to wait, and nobody else is', async () => {
    const write = () => busy.write('POST', '/api/content/articles', {})
    let answer = await write()
    for (let sent = 1; answer.status === 422 && sent < 300; sent += 1) answer = await write()
    assertProblem(answer, 429, 'rate.exceeded')
    assert.match(String(answer.headers['retry-after']), /^[1-9]\d?$/)
    assert.equal((await editor.write('POST', '/api/content/articles', {})).status, 422)
  })
}
