import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type ConsentService, createConsent } from './consent.ts'

const service = (id: string): ConsentService => ({ id, name: id, purpose: '' })
const [measure, video] = [service('mesure'), service('video')]

let values: Map<string, string>
let day: number
beforeEach(() => {
  values = new Map()
  day = 1000
})
const kept = {
  getItem: (key: string) => values.get(key) ?? null,
  setItem: (key: string, value: string) => void values.set(key, value),
  removeItem: (key: string) => void values.delete(key),
}
const consentTo = (...services: ConsentService[]) => createConsent(services, kept, () => day * 24 * 60 * 60 * 1000)

test('a site that uses nothing that needs consent never asks', () => assert.equal(consentTo().read().isAsked, false))

test('before a choice one is asked and nothing is allowed', () => {
  const { isAsked, isAllowed } = consentTo(measure, video).read()
  assert.deepEqual([isAsked, isAllowed('mesure'), isAllowed('video')], [true, false, false])
})

test('refusing is one act, as accepting is, and is remembered just as long', () => {
  const consent = consentTo(measure, video)
  consent.refuseAll()
  assert.deepEqual([consent.read().isAsked, consent.read().isAllowed('video')], [false, false])
  consent.acceptAll()
  assert.deepEqual([consent.read().isAsked, consent.read().isAllowed('video')], [false, true])
})

test('one may choose service by service; one that does not exist is not kept', () => {
  const consent = consentTo(measure, video)
  consent.choose(['video', 'publicité'])
  assert.deepEqual(['mesure', 'video', 'publicité'].map(consent.read().isAllowed), [false, true, false])
})

test('after six months one is asked again and nothing is allowed', () => {
  const consent = consentTo(measure)
  consent.acceptAll()
  day += 181
  assert.equal(consent.read().isAllowed('mesure'), true)
  day += 1
  assert.deepEqual([consent.read().isAsked, consent.read().isAllowed('mesure')], [true, false])
})

test('a new service asks anew; what was allowed stays so until then', () => {
  consentTo(measure).acceptAll()
  const { isAsked, isAllowed } = consentTo(measure, video).read()
  assert.deepEqual([isAsked, isAllowed('mesure'), isAllowed('video')], [true, true, false])
})

test('a choice can be taken back', () => {
  const consent = consentTo(measure)
  consent.acceptAll()
  consent.forget()
  assert.equal(consent.read().isAsked, true)
})

test('what is not a choice, or comes from the future, counts as none', () => {
  for (const text of ['', '{', 'null', '3', '{"at":0}', '{"at":9e15,"asked":["mesure"],"allowed":["mesure"]}']) {
    values.set('pmq-consent', text)
    assert.equal(consentTo(measure).read().isAllowed('mesure'), false, text)
  }
})
