/** Markup that is safe to send. Only `html` and `trustedHtml` make it. */
export type Html = { readonly markup: string }

type Part = string | number | Html | readonly Html[] | false | undefined

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

function markupOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return 'markup' in part ? part.markup : part.map((piece) => piece.markup).join('')
}

/** A template whose texts are escaped: nothing that a user typed can become markup. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(markupOf)) }
}

/** For markup that a library made. */
export const trustedHtml = (markup: string): Html => ({ markup })
