import assert from 'node:assert/strict'
import { eventually } from '../../eventually/index.ts'
import { judge } from './judge.ts'
import type { Asked, World } from './world.ts'

/**
 * A small life that comes by every kind of write: notes written, changed and taken away, one finished by a job, a poison
 * that is parked, tried in vain, and replayed once its consumer is mended. The client sends again what it heard no answer to.
 * At its end, everything must be as if nobody had been killed.
 */
export async function playScenario(world: World, scenario: string, { within = 20_000 } = {}): Promise<void> {
  const soon = { within, every: 20 }
  const write = async (title: string, due = false) => {
    const asked: Asked = { key: `${scenario}-${title}`.replaceAll(' ', '-'), body: { scenario, title, due } }
    const { status, body } = await world.ask('POST', '/notes', asked)
    assert.equal(status, 201, JSON.stringify(body))
    return body
  }
  const change = async (id: string, version: number, title: string) => {
    const { status, repeated } = await world.ask('PUT', `/notes/${id}`, { version, body: { title } })
    // Done already, and only the answer was lost: the version has moved on.
    assert.ok(status === 200 || (status === 412 && repeated), `${status}`)
  }
  const letter = () =>
    world.patiently(async (program) => {
      const { deadLetters } = await program.state(scenario)
      assert.equal(deadLetters.length, 1, `${deadLetters.length} dead letters`)
      return deadLetters[0]?.id ?? ''
    })

  const first = await write('first')
  await change(first.id, 1, 'first, again')
  await world
    .program()
    .control('spoil')
    .catch(() => undefined)
  await write('poison')
  await write('due', true)
  const gone = await write('gone')
  const { status, repeated } = await world.ask('DELETE', `/notes/${gone.id}`, { version: 1 })
  assert.ok(status === 204 || (status === 404 && repeated), `${status}`)
  await change(first.id, 2, 'first, at last')

  const parked = await eventually(letter, soon)
  const { body: listed } = await world.ask('GET', '/dead-letters?perPage=50')
  assert.ok(
    listed.items?.some(({ id }) => id === parked),
    'operators do not see what was parked',
  )
  const replay = () => world.ask('POST', `/dead-letters/${encodeURIComponent(parked)}/replay`)
  assert.equal((await replay()).status, 409)
  await world.patiently((program) => program.control('mend'))
  assert.equal((await replay()).status, 200)

  await eventually(
    () =>
      world.patiently(async (program) => {
        const state = await program.state(scenario)
        judge(state, (event) => world.deaths().inHand.has(event))
        const notes = state.notes.map(({ title, version }) => `${title} ${version}`).sort()
        assert.deepEqual(notes, ['due, done 2', 'first, at last 3', 'poison 1'])
        assert.equal(new Set(state.heard.map(({ event }) => event)).size, 8, 'an announcement was lost')
        assert.deepEqual(
          state.deadLetters.map(({ state }) => state),
          ['replayed'],
        )
      }),
    soon,
  )
}
