import { type Client, errors } from '@elastic/elasticsearch'
import type { IndexDefinition, IndexFields } from '../search-engine.ts'
import { indexBody } from './index-body.ts'
import { indexNames } from './index-names.ts'

/** The copies of one index in the engine, and the aliases that say which is at work. */
export function createIndexCopies(client: Client, prefix: string, definition: IndexDefinition<IndexFields>) {
  const names = indexNames(prefix, definition.name, definition.version)
  const body = indexBody(definition)

  const copiesBehind = async (alias: string): Promise<string[]> =>
    (await client.indices.existsAlias({ name: alias }))
      ? Object.keys(await client.indices.getAlias({ name: alias }))
      : []
  const drop = async (copies: string[]) => {
    if (copies.length > 0) await client.indices.delete({ index: copies, ignore_unavailable: true })
  }

  return {
    names,

    /** Makes the first copy, unless there is one. */
    async ensureLiving(): Promise<void> {
      if (await client.indices.existsAlias({ name: names.living })) {
        const copies = await client.indices.getMapping({ index: names.living })
        const changed = Object.values(copies).some(
          ({ mappings }) => mappings._meta?.fields !== body.mappings._meta?.fields,
        )
        if (!changed) return
        const message = `The fields of the search index "${definition.name}" changed: give it a new version, and rebuild it.`
        throw Object.assign(new Error(message), { code: 'SEARCH_FIELDS_CHANGED' })
      }
      await client.indices.create({ index: names.first, ...body, aliases: { [names.living]: {} } }).catch((error) => {
        const made =
          error instanceof errors.ResponseError && error.body?.error?.type === 'resource_already_exists_exception'
        if (!made) throw error // made by somebody else just now: all the better
      })
    },

    /** Makes a fresh copy, in place of one that a crashed rebuild left. From now on every writer writes to it as well. */
    async makeFresh(): Promise<string> {
      const left = await copiesBehind(names.fresh)
      const fresh = names.another()
      // Nobody searches it before it is at work: until then it is not made searchable twice a second, which would cost more than the rest.
      await client.indices.create({ index: fresh, ...body, settings: { ...body.settings, refresh_interval: '-1' } })
      // In one step, so that there are never two: nothing can be written to two by one name.
      await client.indices.updateAliases({
        actions: [
          { remove: { index: names.all, alias: names.fresh, must_exist: false } },
          { add: { index: fresh, alias: names.fresh } },
        ],
      })
      await drop(left)
      return fresh
    },

    drop,

    /**
     * Puts the fresh copy in the place of the living one, with the memory of what was removed.
     * @returns the copies that are of no use any more
     */
    async swap(fresh: string): Promise<string[]> {
      const living = await copiesBehind(names.living)
      await client.reindex({
        source: { index: names.living, query: { term: { removed: true } } },
        dest: { index: fresh, version_type: 'external' },
        conflicts: 'proceed',
      })
      const { refresh_interval } = body.settings
      await client.indices.putSettings({
        index: fresh,
        settings: { ...(refresh_interval ? { refresh_interval } : {}) },
      })
      await client.indices.refresh({ index: fresh })
      await client.indices.updateAliases({
        actions: [
          // Fails when another rebuild has taken over: the whole change is one.
          { remove: { index: fresh, alias: names.fresh, must_exist: true } },
          { add: { index: fresh, alias: names.living } },
          ...living.map((copy) => ({ remove: { index: copy, alias: names.living } })),
        ],
      })
      return living
    },

    /** Drops a copy that a rebuild gave up; unless it is at work, its answer having been lost on the way. */
    async giveUp(fresh: string): Promise<void> {
      if (!(await copiesBehind(names.living)).includes(fresh)) await drop([fresh])
    },

    /** Copies of versions before the previous one, which older programs may still use while they are replaced. */
    async outdated(): Promise<string[]> {
      const copies = Object.keys(await client.indices.getAlias({ index: names.all }))
      return copies.filter((copy) => (names.versionOf(copy) ?? Number.POSITIVE_INFINITY) < definition.version - 1)
    },
  }
}
