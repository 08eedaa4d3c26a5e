import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portsFrom, settings } from '../../processes/programs.ts'
import { type RunningProcess, runProgram } from '../../processes/run-program.ts'
import { assertToldInOrder, untilToldToAll } from './backlog.ts'
import { type Article, type Editor, newWord, publish, retitle } from './editor.ts'
import { hasGivenUp } from './kafka-faults.ts'
import { drainMs, type Stage } from './stage.ts'

/** Two relays and two consumers of each kind share the work, and an outage. */
export function twoReplicas(stage: Stage, editor: Editor): void {
  test('two replicas of each service, events cut: written on both, told once and in order when they are back', async () => {
    const ports = portsFrom(stage.platform.port)
    const env = { ...stage.engines, ...settings(ports), ...stage.env }
    const start = (name: 'content' | 'search', port: number) =>
      runProgram({ name, replica: 2, port, env, logDir: stage.logDir })
    const others = await Promise.all([start('content', ports.web + 1), start('search', ports.web + 2)])
    const [second] = others
    assert.ok(second)
    const token = await stage.operatorToken()
    try {
      const named = await Promise.all(
        [newWord(), newWord()].map(async (word) => ({ word, article: await publish(editor, `${word} avant`) })),
      )
      const said = stage.said('content').length
      await stage.during('kafka', 'cut', async () => {
        for (const version of ['une', 'deux', 'trois', 'quatre']) {
          for (const one of named) {
            const title = `${one.word} ${version}`
            one.article = await retitle(editor, one.article, title)
            one.article = await retitleAt(second, token, one.article, `${title} bis`)
          }
        }
        await hasGivenUp(stage, said)
      })
      const ms = await untilToldToAll(stage, named, drainMs)
      stage.note('two replicas, backlog drained after', `${ms} ms`)
      await assertToldInOrder(named.map(({ article }) => article))
    } finally {
      await Promise.all(others.map((one) => one.stop()))
    }
  })
}

/** Asks a replica itself, past the gateway. */
async function retitleAt({ url }: RunningProcess, token: string, article: Article, title: string): Promise<Article> {
  const path = `${url}/api/content/articles/${article.id}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const stored = (await (await fetch(path, { headers })).json()) as Record<string, unknown>
  const { site, section, kind, slug, summary, body, position, tags, author, chantier } = stored
  const answer = await fetch(path, {
    method: 'PUT',
    headers: { ...headers, 'if-match': `"${article.version}"` },
    body: JSON.stringify({ site, section, kind, slug, summary, body, position, tags, author, chantier, title }),
  })
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Article
}
