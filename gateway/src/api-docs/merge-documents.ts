import { isDeepStrictEqual } from 'node:util'
import type { OpenApiDocument } from '@pmq/platform/http'

/** One document out of those of the services. Schemas of the same name but not the same are told apart by their service. */
export function mergeDocuments(documents: readonly OpenApiDocument[], url: URL): OpenApiDocument & { tags: Tag[] } {
  const merged: OpenApiDocument & { tags: Tag[] } = {
    openapi: '3.1.0',
    info: {
      title: 'Midi-Quercy',
      version: '1',
      description: 'Everything that the platform offers to programs, by service. Problems are RFC 9457 documents.',
    },
    servers: [{ url: url.origin }],
    tags: [],
    paths: {},
    components: { schemas: {}, securitySchemes: {} },
  }
  for (const document of documents) {
    const { paths, components } = withOwnNames(document, merged.components.schemas)
    Object.assign(merged.paths, paths)
    Object.assign(merged.components.schemas, components.schemas)
    Object.assign(merged.components.securitySchemes, components.securitySchemes)
    merged.tags.push({ name: serviceOf(document), description: document.info.title })
  }
  return merged
}

type Tag = { name: string; description?: string }

const serviceOf = ({ paths, info }: OpenApiDocument): string => {
  const [operation] = Object.values(Object.values(paths)[0] ?? {})
  const tags = isRecord(operation) && Array.isArray(operation.tags) ? (operation.tags as unknown[]) : []
  return typeof tags[0] === 'string' ? tags[0] : info.title
}

function withOwnNames(document: OpenApiDocument, taken: Record<string, unknown>): OpenApiDocument {
  const { schemas } = document.components
  const clashing = Object.keys(schemas).filter(
    (name) => name in taken && !isDeepStrictEqual(taken[name], schemas[name]),
  )
  if (clashing.length === 0) return document
  const service = serviceOf(document)
  const refs = new Map(clashing.map((name) => [refTo(name), refTo(`${service}.${name}`)]))
  const renamed = replaceRefs(document, refs) as OpenApiDocument
  const names = Object.entries(renamed.components.schemas).map(
    ([name, schema]) => [clashing.includes(name) ? `${service}.${name}` : name, schema] as const,
  )
  return { ...renamed, components: { ...renamed.components, schemas: Object.fromEntries(names) } }
}

const refTo = (name: string) => `#/components/schemas/${name}`

function replaceRefs(value: unknown, refs: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceRefs(item, refs))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? (refs.get(item) ?? item) : replaceRefs(item, refs),
    ]),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
