import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@pmq/testing/eventually'
import type { Request, Response } from 'express'
import { startGateway } from '../testing/start-gateway.ts'
import type { Answer } from '../testing/test-client.ts'

/** Numbers that look random and are the same each time: mulberry32. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const pages = 3
const steps = 250

/**
 * Articles change at random while pages are asked for and rendered at random: each render shows what it read when it
 * began, however long it takes. Whoever asks after a change was told must not see anything older.
 */
for (const seed of [1, 2, 3, 4]) {
  test(`nobody sees a page older than the last change told before he asked (random order ${seed})`, async () => {
    const random = createRandom(seed)
    /** What is stored, and what the gateway has been told of it. */
    const stored = Array<number>(pages).fill(0)
    const told = Array<number>(pages).fill(0)
    const rendering: (() => void)[] = []
    const asked: Promise<void>[] = []
    let rendered = 0

    const render = (req: Request, res: Response) => {
      rendered += 1
      const page = Number(req.url.slice(1))
      const seen = stored[page]
      rendering.push(() => {
        res.setHeader('x-pmq-depends-on', `article:${page} articles:${page % 2 ? 'portal' : 'scic'}`)
        res.end(String(seen))
      })
    }
    const gateway = await startGateway({ upstreams: { services: {}, web: { handle: render } } })
    const client = gateway.client()
    const arrived = async () => assert.equal((await client.send('/health/live')).status, 200)

    const ask = async (page: number) => {
      const atLeast = told[page] ?? 0
      const answer: Answer = await client.send(`/${page}`)
      assert.ok(Number(answer.body) >= atLeast, `page ${page} is ${answer.body}, ${atLeast} had been told`)
    }
    const tell = (page: number) => {
      told[page] = stored[page] ?? 0
      const type = ['published', 'withdrawn', 'deleted', 'archived'][random(4)]
      gateway.bus.tell({
        type: `content.article.${type}`,
        subject: String(page),
        data: { site: page % 2 ? 'portal' : 'scic' },
      })
    }

    for (let step = 0; step < steps; step += 1) {
      const page = random(pages)
      const choice = random(10)
      if (choice < 5) asked.push(ask(page))
      else if (choice < 7) rendering.splice(random(rendering.length), 1)[0]?.()
      else if (choice < 9) stored[page] = step
      else tell(page)
      if (choice < 7) await arrived() // in the order of this list, not of the sockets
    }
    const all = Promise.all(asked)
    let done = false
    all.then(
      () => {
        done = true
      },
      () => {
        done = true
      },
    )
    await eventually(() => {
      for (const finish of rendering.splice(0)) finish()
      return done
    })
    await all
    assert.ok(rendered < asked.length * 0.9, `${rendered} renders for ${asked.length} requests: the cache was at work`)
    await gateway.close()
  })
}
