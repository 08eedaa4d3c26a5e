import { hash } from 'node:crypto'
import type { OpenApiDocument } from '@pmq/platform/http'
import { z } from 'zod'
import { escapeHtml as text } from '../problems/escape-html.ts'
import { schemaText } from './schema-text.ts'

// The sites' paper and ink; without their fonts, since this page asks nothing of anybody.
const style = `
:root{--paper:#f7f0e1;--paper-2:#eadfc7;--ink:#161c24;--link:#3d5200;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#141a22;--paper-2:#1e2630;--ink:#efe6d2;--link:#b9d46a}}
body{font:1rem/1.6 "Atkinson Hyperlegible Next",system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:clamp(1.8rem,7vw,2.4rem);line-height:1.1;letter-spacing:-.02em}h2,h3{line-height:1.25}h2{margin-top:3rem;border-top:4px solid var(--ink);padding-top:1rem}
a{color:var(--link)}details{border-bottom:2px solid var(--ink);padding:.5rem 0}
summary{cursor:pointer}code{overflow-wrap:anywhere}summary code{font-weight:700}pre{overflow-x:auto;background:var(--paper-2);padding:.75rem}pre code{overflow-wrap:normal}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;overflow-wrap:anywhere;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--ink)}
h4{margin:1rem 0 .25rem}:focus-visible{outline:3px solid var(--link);outline-offset:2px}`

export const docsPagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const content = z.record(z.string(), z.object({ schema: z.unknown() }))
/** As much of an operation as is shown; whatever a service writes differently is left out, not refused. */
const operationShown = z.object({
  operationId: z.string().catch(''),
  summary: z.string().catch(''),
  description: z.string().optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown() }))
    .catch([]),
  requestBody: z.object({ content }).optional().catch(undefined),
  responses: z
    .record(z.string(), z.object({ description: z.string().catch(''), content: content.optional().catch(undefined) }))
    .catch({}),
})
type Operation = z.infer<typeof operationShown> & { method: string; path: string }

const places: Record<string, string> = { path: 'adresse', query: 'requête', header: 'en-tête', cookie: 'cookie' }

/** The OpenAPI document as a page to read: no script, no other file. */
export function docsPage(document: OpenApiDocument): string {
  const operations = operationsOf(document)
  const services = [...Map.groupBy(operations, ({ tags }) => tags[0] ?? '')]
  const menu = services.map(([name]) => `<li><a href="#${text(name)}">${text(name)}</a></li>`).join('')
  const sections = services
    .map(
      ([name, own]) =>
        `<section aria-labelledby="${text(name)}"><h2 id="${text(name)}">${text(name)}</h2>${own.map(operationHtml).join('')}</section>`,
    )
    .join('')
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Interface de programmation – Midi-Quercy</title><style>${style}</style></head>
<body><header><h1>Interface de programmation</h1>
<p>Tout ce que la plateforme offre aux programmes, service par service. Le même document existe au format OpenAPI\u00a03.1\u00a0: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Services"><ul>${menu}<li><a href="#formes">Formes</a></li></ul></nav></header>
<main>${sections}${shapesHtml(document)}</main></body>
</html>
`
}

const operationsOf = ({ paths }: OpenApiDocument): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { success, data } = operationShown.safeParse(operation)
      return success ? [{ ...data, method: method.toUpperCase(), path }] : []
    }),
  )

/** What operations name instead of repeating it. */
const shapesHtml = ({ components }: OpenApiDocument): string =>
  `<section aria-labelledby="formes"><h2 id="formes">Formes</h2>${Object.entries(components.schemas)
    .map(
      ([name, schema]) =>
        `<details><summary><code>${text(name)}</code></summary><pre tabindex="0"><code>${text(schemaText(schema))}</code></pre></details>`,
    )
    .join('')}</section>`

function operationHtml({ method, path, summary, description, parameters, requestBody, responses }: Operation): string {
  return [
    `<details><summary><code>${method} ${text(path)}</code> <span lang="en">${text(summary)}</span></summary>`,
    description ? `<p lang="en">${text(description)}</p>` : '',
    parameters.length > 0 ? parametersHtml(parameters) : '',
    requestBody ? `<h4>Contenu envoyé</h4>${schemasHtml(requestBody.content)}` : '',
    `<h4>Réponses</h4>${responsesHtml(responses)}`,
    '</details>',
  ].join('')
}

const parametersHtml = (parameters: Operation['parameters']): string =>
  `<h4>Paramètres</h4><table><thead><tr><th scope="col">Nom</th><th scope="col">Où</th><th scope="col">Forme</th></tr></thead><tbody>${parameters
    .map(
      ({ name, in: place, required, schema }) =>
        `<tr><th scope="row"><code>${text(name)}</code>${required ? ' (obligatoire)' : ''}</th><td>${text(places[place] ?? place)}</td><td><code>${text(schemaText(schema))}</code></td></tr>`,
    )
    .join('')}</tbody></table>`

const responsesHtml = (responses: Operation['responses']): string =>
  `<dl>${Object.entries(responses)
    .map(
      ([status, { description, content: sent }]) =>
        `<dt><code>${text(status)}</code> <span lang="en">${text(description)}</span></dt>${sent && Number(status) < 400 ? `<dd>${schemasHtml(sent)}</dd>` : ''}`,
    )
    .join('')}</dl>`

const schemasHtml = (schemas: z.infer<typeof content>): string =>
  Object.values(schemas)
    .map(({ schema }) => `<pre tabindex="0"><code>${text(schemaText(schema))}</code></pre>`)
    .join('')
