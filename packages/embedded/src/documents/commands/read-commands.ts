import { runAggregation } from '../aggregate/aggregate.ts'
import { countIn, refuseOthers } from '../arguments.ts'
import { badValue } from '../command-error.ts'
import { indexedValues } from '../query/paths.ts'
import { compileProjection } from '../query/projection.ts'
import { count, type Query, select } from '../query/select.ts'
import { parseSort } from '../query/sort.ts'
import type { Document } from '../values/document.ts'
import { orderKey } from '../values/order-key.ts'
import { type Command, namespaceOf } from './command.ts'

const find: Command = {
  fields: ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse'],
  run(command, { catalog, cursors }) {
    const { filter, sort, projection, skip, limit, batchSize, singleBatch } = command
    const namespace = namespaceOf(command)
    const project = compileProjection(projection, filter)
    const query: Query = { filter, sort: parseSort(sort), skip: countIn(skip, 'skip'), limit: countIn(limit, 'limit') }
    const found = Array.from(select(catalog.find(namespace), query), ({ document }) => document)
    return cursors.open(namespace, project ? found.map(project) : found, batchSize, singleBatch === true)
  },
}

const countCommand: Command = {
  fields: ['query', 'skip', 'limit'],
  run(command, { catalog }) {
    const { query, skip, limit } = command
    const counted: Query = { filter: query, skip: countIn(skip, 'skip'), limit: countIn(limit, 'limit') }
    return { n: count(catalog.find(namespaceOf(command)), counted), ok: 1 }
  },
}

const distinct: Command = {
  fields: ['key', 'query'],
  run(command, { catalog }) {
    const { key, query } = command
    if (typeof key !== 'string') throw badValue("'key' must be a path.")
    const values = new Map<string, unknown>()
    for (const { document } of select(catalog.find(namespaceOf(command)), { filter: query }))
      for (const value of indexedValues(document, key.split('.')))
        if (value !== undefined && typeof value !== 'symbol') values.set(orderKey(value), value)
    return { values: [...values.keys()].sort().map((valueKey) => values.get(valueKey)), ok: 1 }
  },
}

const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'allowDiskUse'],
  run(command, { catalog, cursors }) {
    const { pipeline, cursor = {}, $db } = command
    const namespace = namespaceOf(command)
    refuseOthers("'cursor' of aggregate", cursor as Document, ['batchSize'])
    const found = runAggregation(catalog.find(namespace), pipeline, (name) => catalog.find(`${$db}.${name}`))
    return cursors.open(namespace, found, (cursor as Document).batchSize)
  },
}

export const readCommands: Record<string, Command> = { find, count: countCommand, distinct, aggregate }
