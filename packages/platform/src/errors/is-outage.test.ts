import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errors as searchErrors } from '@elastic/elasticsearch'
import kafkajs from 'kafkajs'
import mongoose from 'mongoose'
import { IdentityProviderUnavailable } from '../auth/index.ts'
import { MailServerUnavailable } from '../mail/index.ts'
import { ObjectStoreUnavailable } from '../objects/index.ts'
import { isOutage } from './is-outage.ts'
import { refused } from './refusal.ts'

const { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded } = kafkajs
const { MongoNetworkError, MongoServerError } = mongoose.mongo
const answered = (statusCode: number) => new searchErrors.ResponseError({ statusCode, body: {} } as never)

test('an engine that cannot be reached is away, whichever it is', () => {
  const away = [
    new MongoNetworkError('connection closed'),
    new mongoose.Error.MongooseServerSelectionError('no server'),
    new MongoServerError({ message: 'not primary', code: 10107 }),
    new searchErrors.ConnectionError('refused'),
    new searchErrors.TimeoutError('late'),
    answered(503),
    answered(429),
    new KafkaJSConnectionError('refused'),
    new KafkaJSNumberOfRetriesExceeded(new Error('refused'), { retryCount: 6, retryTime: 2000 }),
    new ObjectStoreUnavailable('refused'),
    new MailServerUnavailable('refused'),
    new IdentityProviderUnavailable(),
    Object.assign(new Error('read'), { code: 'ECONNRESET' }),
  ]
  for (const error of away) assert.ok(isOutage(error), error.name)
})

test('a wrong request, a refusal and a mistake of ours are no outage', () => {
  const wrong = [
    new MongoServerError({ message: 'duplicate', code: 11000 }),
    answered(400),
    answered(404),
    refused('article.archived', 'Cet article est archivé.'),
    new TypeError('undefined is not a function'),
    'a string',
    undefined,
  ]
  for (const error of wrong) assert.ok(!isOutage(error), String(error))
})
