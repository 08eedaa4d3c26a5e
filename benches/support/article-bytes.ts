import { paragraph, paragraphs } from './article-text.ts'
import { fetchBytes } from './fetch-bytes.ts'

/** @throws Error when an answer does not have the article's text as often as it should: it would be another article */
export async function articleBytes(url: string): Promise<number> {
  const body = (await fetchBytes(url)).toString()
  const had = body.split(paragraph).length - 1
  if (had < paragraphs) throw new Error(`${url} has ${had} of ${paragraphs} paragraphs.`)
  return Buffer.byteLength(body)
}
