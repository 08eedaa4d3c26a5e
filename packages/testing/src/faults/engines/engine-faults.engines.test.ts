// What still works when an engine is cut, slow or resets its connections (docs/resilience.md), on the programs as they run
// in production. PMQ_FAULTS=long cuts for the promised 30 seconds.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { eventually } from '../../eventually/index.ts'
import { assertToldInOrder, untilToldToAll } from './backlog.ts'
import { withMistake } from './broken-program.ts'
import { documentsFaults } from './documents-faults.ts'
import { newWord, publish } from './editor.ts'
import { identityFaults } from './identity-faults.ts'
import { kafkaFaults } from './kafka-faults.ts'
import { searchFaults } from './search-faults.ts'
import { sessionOutlivesOutage } from './session-outlives-outage.ts'
import { silence } from './silence.ts'
import { drainMs, openStage } from './stage.ts'
import { startOrder } from './start-order.ts'
import { storesFaults } from './stores-faults.ts'
import { twoReplicas } from './two-replicas.ts'

const stage = await openStage()
after(() => stage.close())

describe('an engine in trouble', async () => {
  const editor = await stage.signIn()
  kafkaFaults(stage, editor)
  documentsFaults(stage, editor)
  searchFaults(stage, editor)
  identityFaults(stage, editor)
  storesFaults(stage, editor)
  twoReplicas(stage, editor)
  silence(stage, editor)

  test('after all that every process is the one that was started, none logged an error, nobody waited too long', () =>
    stage.assertSound())
})

describe('before the engines', () => {
  startOrder(stage)
})

describe('the harness catches', () => {
  test('a relay that gives up after its first failure', async () => {
    const word = newWord()
    const editor = await stage.signIn()
    const article = await withMistake(stage, 'content', 'relayGivesUp', async (broken) => {
      const written = await stage.during('kafka', 'cut', async () => {
        const one = await publish(editor, `${word} jamais dit`)
        await eventually(() => broken.said().includes('outbox: events wait'), { within: 40_000, every: 100 })
        return one
      })
      await assert.rejects(untilToldToAll(stage, [{ word, article: written }], 8_000), /outboxes/)
      return written
    })
    await untilToldToAll(stage, [{ word, article }], drainMs)
    await assertToldInOrder([article])
  })

  test('a gateway that signs people out because a renewal fails', async () => {
    await withMistake(stage, 'gateway', 'outageSignsOut', () =>
      assert.rejects(sessionOutlivesOutage(stage), /signed out by an outage|401/),
    )
  })
})
