import type { Aggregate } from '@pmq/platform/documents'
import { event } from '@pmq/platform/events'
import { z } from 'zod'

/** An aggregate as a service has them, about 1 kB, with an event that tells its public state. */
export type Note = Aggregate & { site: string; slug: string; title: string; text: string; tags: string[]; at: Date }

export const noteSchema = { site: String, slug: String, title: String, text: String, tags: [String], at: Date }

const text = 'Le colombier du hameau a été relevé pierre après pierre par ses voisins. '.repeat(10)

export const noteOf = (id: string): Note => ({
  id,
  version: 0,
  site: 'portal',
  slug: id,
  title: 'Un colombier',
  text,
  tags: ['patrimoine', 'colombiers'],
  at: new Date(0),
})

const said = z.object({ title: z.string(), text: z.string(), tags: z.array(z.string()) })

export const noteRevised = {
  type: event('bench.note.revised', 'A note was written or edited.', said),
  data: ({ title, text, tags }: Note) => ({ title, text, tags }),
}
