import { z } from 'zod'
import type { Consumers, DeadLetters } from '../consumers/index.ts'
import { found, refused } from '../errors/index.ts'
import { cloudEvent } from '../events/index.ts'
import { anyOf, listQuery, pageOf, problem, type Route, route } from '../http/index.ts'

const deadLetterView = z.object({
  id: z.string(),
  consumer: z.string(),
  event: cloudEvent,
  error: z.string(),
  attempts: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  state: z.enum(['parked', 'replayed']),
})
/** `consumer~event`: what can stand in an address. */
const params = z.object({ id: z.string().regex(/^[\w.~:-]{1,300}$/) })

/** The same routes in every service, for "Exploitation" in the back office. */
export const deadLettersApi = ({
  deadLetters,
  consumers,
}: {
  deadLetters: DeadLetters
  consumers: Consumers
}): Route[] => [
  route('GET /dead-letters', {
    title: 'List the events that could not be digested',
    allow: anyOf('admin'),
    query: z.strictObject(listQuery(['lastAt'], '-lastAt')),
    answers: { 200: z.object({ items: z.array(deadLetterView), total: z.int() }) },
    handle: ({ query }) => deadLetters.list(pageOf(query)),
  }),
  route('POST /dead-letters/{id}/replay', {
    title: 'Give a parked event to its consumer once more',
    allow: anyOf('admin'),
    params,
    answers: { 200: deadLetterView, 409: problem('dead-letter.failed-again') },
    async handle({ params }) {
      found(await deadLetters.get(params.id))
      if (!(await consumers.replay(params.id))) {
        throw refused(
          'dead-letter.failed-again',
          'Le traitement a échoué de nouveau. La cause est indiquée dans le détail.',
        )
      }
      return found(await deadLetters.get(params.id))
    },
  }),
  route('DELETE /dead-letters/{id}', {
    title: 'Give up a parked event',
    allow: anyOf('admin'),
    params,
    answers: { 204: null },
    async handle({ params }) {
      found((await deadLetters.delete(params.id)) || undefined)
    },
  }),
]
