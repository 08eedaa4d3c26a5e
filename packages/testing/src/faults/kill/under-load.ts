import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '../../eventually/index.ts'
import { judge } from './judge.ts'
import type { Variant } from './variants.ts'
import { createWorld, isBroken, type World } from './world.ts'

/** What a writer knows of one note: what it heard, and what it asked without hearing an answer. */
type Known = {
  title: string
  id?: string
  version: number
  /** On its way when the program died. */
  unheard?: 'written' | 'changed' | 'removed'
  gone?: boolean
}

const writers = 8
const lanes = 8 // of a topic; in each, one event can be between its effect and its record

/**
 * Kills the program again and again, at any moment, while eight clients write without a pause. What was acknowledged is
 * there in the end, once; creations that nobody heard the end of are sent again, and are there once too.
 */
export async function killUnderLoad(kills: number, { variant = 'right' as Variant, within = 60_000 } = {}) {
  const world = await createWorld({ alone: true, variant })
  const notes: Known[] = []
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      let acknowledged = 1 + Math.floor(Math.random() * 60)
      const heard = () => {
        acknowledged -= 1
        if (acknowledged === 0) void world.program().kill()
      }
      const work = Array.from({ length: writers }, (_, n) => writeUntilDead(world, `note-${kill}-${n}`, notes, heard))
      // A few are killed by the clock: while they start to work, or have nothing to write any more.
      if (Math.random() < 0.2) void delay(Math.random() * 300).then(() => world.program().kill())
      await Promise.all(work)
      await world.revive()
    }
    await sendAgain(world, notes)
    await eventually(() => assertAllThere(world, notes, kills), { within, every: 100 })
    return { notes: notes.length, deaths: world.deaths().count }
  } finally {
    await world.close()
  }
}

async function writeUntilDead(world: World, name: string, notes: Known[], heard: () => void): Promise<void> {
  try {
    for (let number = 1; ; number += 1) {
      const note: Known = { title: `${name}-${number}`, version: 0, unheard: 'written' }
      notes.push(note)
      await create(world, note)
      heard()
      note.unheard = 'changed'
      const changed = await world.askOnce('PUT', `/notes/${note.id}`, {
        version: note.version,
        body: { title: note.title },
      })
      assert.equal(changed.status, 200)
      Object.assign(note, { version: 2, unheard: undefined })
      heard()
      if (number % 3 > 0) continue
      note.unheard = 'removed'
      const { status } = await world.askOnce('DELETE', `/notes/${note.id}`, { version: note.version })
      assert.equal(status, 204)
      Object.assign(note, { gone: true, unheard: undefined })
      heard()
    }
  } catch (error) {
    if (!isBroken(error)) throw error
  }
}

async function create(world: World, note: Known): Promise<void> {
  const body = { scenario: 'load', title: note.title, due: false }
  const answer = await world.askOnce('POST', '/notes', { key: note.title, body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  Object.assign(note, { id: answer.body.id, version: 1, unheard: undefined })
}

/** Creations that nobody heard the end of; and some that were heard, which give the same note. */
async function sendAgain(world: World, notes: Known[]): Promise<void> {
  for (const [n, note] of notes.entries()) {
    if (note.unheard === 'written') await create(world, note)
    else if (n % 10 === 0 && !note.gone) {
      const again: Known = { title: note.title, version: 0 }
      await create(world, again)
      assert.equal(again.id, note.id)
    }
  }
}

async function assertAllThere(world: World, notes: Known[], kills: number): Promise<void> {
  const state = await world.program().state()
  const stored = new Map(state.notes.map((note) => [note.id, note]))
  for (const { id = '', title, version, unheard, gone } of notes) {
    const note = stored.get(id)
    if (gone) assert.equal(note, undefined, `${title} was taken away`)
    else if (!note) assert.equal(unheard, 'removed', `${title} is lost`)
    else
      assert.ok(note.version === version || (unheard && note.version === version + 1), `${title} is at ${note.version}`)
  }
  const living = notes.filter(({ id = '' }) => stored.has(id)).length
  assert.equal(state.notes.length, living, 'something is doubled')
  const repeated = new Set<string>()
  judge(state, (event) => Boolean(repeated.add(event)))
  assert.ok(repeated.size <= kills * lanes, `${repeated.size} effects were repeated`)
}
