/** HTML that may be written as it is: made by `html`, or by a renderer that escapes. */
export class SafeHtml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replace(controls, '')

type Value = string | number | SafeHtml | readonly SafeHtml[]

/** A template whose values are escaped, unless they are safe already. */
export function html(strings: TemplateStringsArray, ...values: Value[]): SafeHtml {
  const written = values.map((value) => {
    if (value instanceof SafeHtml) return value.text
    return typeof value === 'object' ? value.map(({ text }) => text).join('') : escapeHtml(String(value))
  })
  return new SafeHtml(strings.reduce((before, after, index) => before + (written[index - 1] ?? '') + after))
}
