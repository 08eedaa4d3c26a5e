import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFakeFetch } from '../testing/fakes.ts'
import { createSession, signInAddress } from './session.ts'

const me = (over: object = {}) => ({
  body: {
    signedIn: true,
    subject: 's1',
    name: 'Camille',
    username: 'camille',
    roles: ['editor'],
    csrf: 'c1',
    expiresAt: '',
    ...over,
  },
})
const aSessionOf = (...answers: Parameters<typeof aFakeFetch>) => {
  let restarts = 0
  const restart = () => {
    restarts += 1
  }
  const session = createSession({ fetch: aFakeFetch(...answers).fetch, restart })
  return { session, restarts: () => restarts }
}

test('it knows who is signed in, that nobody is, or that the gateway does not answer', async () => {
  for (const [answer, expected] of [
    [me(), 'signed-in'],
    [{ body: { signedIn: false } }, 'signed-out'],
    [{ status: 401 }, 'signed-out'],
    [{ status: 502 }, 'unreachable'],
    ['offline', 'unreachable'],
  ] as const) {
    const { session } = aSessionOf(answer)
    await session.load()
    assert.equal(session.state().is, expected)
  }
})

test('a session that ended keeps the person on his page until he is signed in again, with the new token', async () => {
  const { session } = aSessionOf(me(), { body: { signedIn: false } }, 'offline', me({ csrf: 'c2' }))
  await session.load()
  session.expire()
  const isExpired = () => {
    const state = session.state()
    return state.is === 'signed-in' && state.expired
  }
  assert.ok(isExpired())
  await session.load()
  assert.ok(isExpired())
  await session.load()
  assert.ok(isExpired(), 'no network is no reason to lose the page')
  await session.load()
  assert.equal(isExpired(), false)
  assert.equal(session.csrf(), 'c2')
})

test('when somebody else signed in meanwhile, the page starts anew', async () => {
  const { session, restarts } = aSessionOf(me(), me({ subject: 's2' }))
  await session.load()
  session.expire()
  await session.load()
  assert.equal(restarts(), 1)
})

test('signing in comes back to the screen one was on', () => {
  assert.equal(signInAddress('#/articles/a?x=1'), '/auth/sign-in?to=%2Fadmin%2F%23%2Farticles%2Fa%3Fx%3D1')
})
