import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pauseEngine, resumeEngine } from '@pmq/infra/engines'
import { eventually } from '../../eventually/index.ts'
import { untilToldToAll } from './backlog.ts'
import { type Editor, newWord, publish } from './editor.ts'
import { drainMs, type Stage } from './stage.ts'

/** The worst of all: connections stay open, and nothing answers. Every wait has its end. */
export function silence(stage: Stage, editor: Editor): void {
  test('all engines silent at once (processes stopped, connections open): nobody waits longer than ten seconds', async () => {
    const { ask, note } = stage
    const word = newWord()
    const engines = ['mongodb', 'kafka', 'opensearch', 'keycloak'] as const
    for (const engine of engines) await pauseEngine(engine)
    try {
      const answers = await Promise.all([
        ask('/'),
        ask('/communes/bruniquel'),
        ask('/recherche?q=moulin'),
        ask('/api/search?q=moulin'),
        ask('/auth/sign-in?to=/'),
        ask('/health/ready'),
        editor.send('/api/content/articles?perPage=1'),
        editor.write('PUT', '/api/content/sections/nowhere', {}, 1),
      ])
      for (const { status, ms } of answers) {
        assert.notEqual(status, 500)
        assert.ok(ms < 10_000, `${ms} ms`)
      }
      note('all engines silent, answers after', answers.map(({ status, ms }) => `${status} ${ms} ms`).join(', '))
    } finally {
      for (const engine of engines) await resumeEngine(engine)
    }
    const begun = performance.now()
    const works = async () => {
      for (const path of ['/communes/bruniquel', '/recherche?q=moulin'])
        assert.equal((await ask(path)).status, 200, path)
      return publish(editor, `${word} après`)
    }
    const article = await eventually(works, { within: 30_000, every: 200 })
    note('all engines silent, all works again after', `${Math.round(performance.now() - begun)} ms`)
    note('all engines silent, backlog drained after', `${await untilToldToAll(stage, [{ word, article }], drainMs)} ms`)
  })
}
