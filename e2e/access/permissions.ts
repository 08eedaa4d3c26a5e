import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accounts } from '../support/accounts.ts'
import { type ApiSession, openSession } from '../support/api-session.ts'
import { send } from '../support/http.ts'
import type { Platform } from '../support/platform.ts'
import { assertProblem } from '../support/problems.ts'
import { type Operation, operationsOf } from './operations.ts'

/** Every operation of the API document, tried by everybody. */
export async function permissions(platform: Platform): Promise<void> {
  const operations = await operationsOf(platform)

  /** Nothing that exists is touched: ids name nothing, bodies are empty. */
  const tryAs = ({ method, path, hasBody, needsVersion }: Operation, session?: ApiSession) => {
    const headers = {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(needsVersion ? { 'if-match': '"1"' } : {}),
    }
    const sent = { method, headers, body: hasBody ? '{}' : undefined }
    return session ? session.send(path, sent) : send(platform, path, sent)
  }

  test('the document names every service, and says of each operation who may call it', () => {
    for (const prefix of ['/api/content/', '/api/search', '/api/operations/', '/auth/'])
      assert.ok(
        operations.some(({ path }) => path.startsWith(prefix)),
        prefix,
      )
    for (const { name, mayCall } of operations.filter(({ path }) => path.startsWith('/api/')))
      assert.notEqual(mayCall.is, 'unsaid', name)
  })

  test('nobody’s requests are refused exactly where the document asks for a sign-in', async () => {
    for (const operation of operations) {
      const answer = await tryAs(operation)
      if (operation.mayCall.is === 'roles') assertProblem(answer, 401, 'auth.required', operation.name)
      else assert.ok(![401, 403].includes(answer.status), `${operation.name} ${answer.status} ${answer.body}`)
      assert.ok(answer.status < 500, `${operation.name} ${answer.status}`)
    }
  })

  for (const account of accounts) {
    test(`${account}: each operation is allowed or refused as the document says`, async () => {
      const session = await openSession(platform, account)
      for (const operation of operations) {
        const { mayCall, name } = operation
        const answer = await tryAs(operation, session)
        const allowed = mayCall.is !== 'roles' || mayCall.roles.includes(account)
        if (!allowed) assertProblem(answer, 403, 'auth.forbidden', `${account} ${name}`)
        else assert.ok(![401, 403].includes(answer.status), `${account} ${name} ${answer.status} ${answer.body}`)
        assert.ok(answer.status < 500, `${account} ${name} ${answer.status}`)
      }
    })
  }
}
