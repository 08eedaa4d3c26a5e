import { refuseOthers } from '../arguments.ts'
import { badValue } from '../command-error.ts'
import { type Document, isPlainObject, ownField } from '../values/document.ts'
import type { MakeStage } from './stage.ts'

/** One document for each element of an array; what is not an array counts as its only element. */
export const $unwind: MakeStage = (spec) => {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...others } = isPlainObject(spec) ? spec : { path: spec }
  refuseOthers('$unwind', others, [])
  if (typeof path !== 'string' || !path.startsWith('$')) throw badValue("$unwind needs a path that begins with '$'.")
  const segments = path.slice(1).split('.')
  const indexed = (document: Document, index: number | null) =>
    typeof includeArrayIndex === 'string' ? { ...document, [includeArrayIndex]: index } : document

  return function* (documents) {
    for (const document of documents) {
      const value = segments.reduce<unknown>(
        (at, segment) => (isPlainObject(at) ? ownField(at, segment) : undefined),
        document,
      )
      if (Array.isArray(value) && value.length > 0)
        for (const [index, element] of value.entries()) yield indexed(withValue(document, segments, element), index)
      else if (value !== undefined && value !== null && !Array.isArray(value)) yield indexed(document, null)
      else if (preserveNullAndEmptyArrays === true)
        yield indexed(Array.isArray(value) ? withValue(document, segments, undefined) : document, null)
    }
  }
}

/** A copy of the document, as deep as the path, with another value at its end; `undefined` removes the field. */
function withValue(document: Document, [segment = '', ...rest]: string[], value: unknown): Document {
  if (rest.length > 0) return { ...document, [segment]: withValue(document[segment] as Document, rest, value) }
  if (value !== undefined) return { ...document, [segment]: value }
  const { [segment]: _, ...others } = document
  return others
}
