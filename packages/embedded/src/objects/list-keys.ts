import type { ObjectEntry, ObjectIndex } from './object-index.ts'

type KeyListing = {
  objects: ObjectEntry[]
  /** What S3 calls common prefixes: the "folders" at this level. */
  prefixes: string[]
  /** Where the next page begins, when there is one. */
  next?: string
}

/** Greater than any key that begins with `prefix` (keys with noncharacters are refused). */
const endOf = (prefix: string) => `${prefix}\u{10FFFF}`

/**
 * One page of the keys under a prefix, grouped at the first delimiter after it.
 * @param after the last key or common prefix seen
 * @param limit objects and common prefixes together
 */
export function listKeys(
  index: Pick<ObjectIndex, 'entriesFrom'>,
  bucket: string,
  { prefix, delimiter, after, limit }: { prefix: string; delimiter: string; after: string; limit: number },
): KeyListing {
  const page: KeyListing = { objects: [], prefixes: [] }
  const groupOf = (key: string) => {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    return end < 0 ? undefined : key.slice(0, end + delimiter.length)
  }
  let last = after
  let skipTo = delimiter !== '' && after.startsWith(prefix) && groupOf(after) === after ? endOf(after) : after
  for (;;) {
    const folder = visit()
    if (folder === undefined) return page
    skipTo = endOf(folder) // a whole "folder" is one line: its keys are not read
  }

  /** Reads on until a common prefix was added (answers it) or the page is done (answers nothing). */
  function visit(): string | undefined {
    for (const entry of index.entriesFrom(bucket, { after: skipTo, from: prefix })) {
      if (!entry.key.startsWith(prefix)) return undefined
      if (page.objects.length + page.prefixes.length === limit) {
        if (limit > 0) page.next = last
        return undefined
      }
      const folder = groupOf(entry.key)
      last = folder ?? entry.key
      if (folder !== undefined) {
        page.prefixes.push(folder)
        return folder
      }
      page.objects.push(entry)
    }
    return undefined
  }
}
