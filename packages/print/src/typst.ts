import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

export type Job = {
  /** A file of `typst/`, without its ending. */
  template: 'article' | 'certificate' | 'list' | 'share'
  /** Handed to the template as JSON, so that no text of a user is ever read as source. */
  data: object
  /** Pictures by the path under which the template asks for them. */
  files: Record<string, string | Uint8Array>
}

export type Printed = { pdf: Uint8Array; pages: number }

export type Typst = { pdf(job: Job): Printed; svg(job: Job): string }

/** The template and its data do not agree, or a picture cannot be read: a mistake of ours, with Typst's own words. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed'
}

/** A template may be long, but a document of more than this is a mistake or an attack. */
const longestData = 4_000_000

const faces = new URL('../faces/', import.meta.url)
const templates = fileURLToPath(new URL('../typst/', import.meta.url))

/**
 * The typesetter: loads the faces once (some 140 kB). Each call takes milliseconds and is synchronous; one document at a
 * time shares the compiler's pictures, which is why nothing here waits.
 */
export function createTypst(): Typst {
  const fontBlobs = readdirSync(faces)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => readFileSync(new URL(name, faces)))
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })

  const compiled = <T>({ template, data, files }: Job, use: (document: NodeTypstDocument) => T): T => {
    const json = JSON.stringify(data)
    if (json.length > longestData) throw new PrintFailed('The document is too long to be printed.')
    compiler.resetShadow()
    for (const [path, file] of Object.entries(files)) compiler.mapShadow(templates + path.slice(1), Buffer.from(file))
    const mainFilePath = `${templates}${template}.typ`
    const outcome = compiler.compile({ mainFilePath, inputs: { data: json }, resetRead: true })
    const document = outcome.result
    if (!document) {
      const error = outcome.takeError()
      throw new PrintFailed(JSON.stringify(error ? compiler.fetchDiagnostics(error) : []).slice(0, 2_000))
    }
    const result = use(document)
    compiler.evictCache(10)
    return result
  }

  return {
    // PDF/UA-1: tagged, titled, in a language. The same data give the same bytes: no time of making is written.
    pdf: (job) =>
      compiled(job, (document) => ({
        pdf: compiler.pdf(document, { pdfStandard: PdfStandard.UA_1, creationTimestamp: 0 }),
        pages: document.numOfPages,
      })),
    svg: (job) => compiled(job, (document) => compiler.plainSvg(document)),
  }
}
