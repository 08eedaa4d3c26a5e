import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { createJournal } from './journal.ts'
import { createTurnCommit } from './turn-commit.ts'

/** A log whose disk says that it has what was committed when the test lets it. */
function aSlowDisk({ refuses = () => false }: { refuses?: () => boolean } = {}) {
  const journal = createJournal()
  const commits: number[] = []
  const syncs: PromiseWithResolvers<void>[] = []
  const lost: unknown[] = []
  const log = {
    commit(entries: unknown[]) {
      if (refuses()) throw new Error('full')
      commits.push(entries.length)
    },
    sync() {
      const sync = Promise.withResolvers<void>()
      syncs.push(sync)
      return sync.promise
    },
  }
  const turns = createTurnCommit(journal, log, (error) => void lost.push(error))
  const answers: string[] = []
  let undone = 0
  const read = (name: string) => turns.acknowledge((failure) => answers.push(failure ? `${name}: refused` : name))
  const write = (name: string) => {
    journal.record({ entry: { kind: 'delete', sequence: 1 }, undo: () => void undone++ })
    read(name)
  }
  return { turns, write, read, answers, commits, syncs, lost, undone: () => undone }
}

test('nothing is acknowledged before the disk has it, nor what has seen it', async () => {
  const { write, read, answers, syncs, turns } = aSlowDisk()
  read('before')
  write('a')
  read('after a')
  await turn()
  read('during')
  assert.deepEqual(answers, ['before'])
  syncs[0]?.resolve()
  await turns.flush()
  assert.deepEqual(answers, ['before', 'a', 'after a', 'during'])
  read('at rest')
  assert.equal(answers.at(-1), 'at rest')
})

test('what comes while the disk is busy shares the next commit', async () => {
  const { write, answers, commits, syncs, turns } = aSlowDisk()
  write('a')
  await turn()
  write('b')
  await turn()
  write('c')
  await turn()
  assert.deepEqual(commits, [1])
  syncs[0]?.resolve()
  await turn()
  await turn()
  assert.deepEqual([commits, answers], [[1, 2], ['a']])
  syncs[1]?.resolve()
  await turns.flush()
  assert.deepEqual(answers, ['a', 'b', 'c'])
})

test('a commit that fails is undone and told to those who wrote, and to nobody else', async () => {
  let full = false
  const { write, answers, syncs, turns, undone } = aSlowDisk({ refuses: () => full })
  write('a')
  await turn()
  full = true
  write('b')
  syncs[0]?.resolve()
  await turns.flush()
  assert.deepEqual([answers, undone()], [['a', 'b: refused'], 1])
})

test('when the disk does not say that it has them, writes are never acknowledged', async () => {
  const { write, answers, syncs, lost, turns } = aSlowDisk()
  write('a')
  await turn()
  syncs[0]?.reject(new Error('EIO'))
  await turns.flush()
  await turn()
  assert.deepEqual([answers, lost.length], [[], 1])
})
