/** Text as HTML shows it. */
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Takes away what all lines are indented by, and the empty lines around. */
function dedented(code: string): string {
  const lines = code.replace(/^\s*\n|\s+$/g, '').split('\n')
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const least = Math.min(...depths)
  return lines.map((line) => line.slice(Math.min(least, line.length))).join('\n')
}

/** The template of an Astro file: what follows its frontmatter. */
export function templateOf(source: string): string {
  return dedented(source.replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/** What stands inside each `<Specimen title="…">` of an Astro file, by its title. */
export function specimensOf(source: string): Map<string, string> {
  const found = templateOf(source).matchAll(/<Specimen\s[^>]*?title="([^"]+)"[^>]*>([\s\S]*?)<\/Specimen>/g)
  return new Map([...found].map(([, title = '', inside = '']) => [title, dedented(inside)]))
}

/** The imports of the components that an examples file shows, as a page of another workspace writes them. */
export function importsOf(source: string, folder: string): string {
  const imports = source.matchAll(/^import (\w+) from '(\.\.?)\/([^']+\.astro)'$/gm)
  return [...imports]
    .filter(([, , , path = '']) => !path.includes('charter/'))
    .map(([, name, from, path]) => {
      return `import ${name} from '@pmq/ui/components/${from === '.' ? `${folder}/` : ''}${path}'`
    })
    .join('\n')
}

/** Code with a button to copy it; the button appears with the script. */
export function codeBlock(code: string, summary?: string): string {
  const block = `<div class="charter-code"><pre tabindex="0"><code>${escaped(code)}</code></pre><button type="button" hidden>Copier</button></div>`
  return summary === undefined
    ? block
    : `<details class="charter-source"><summary>${summary}</summary>${block}</details>`
}

const marks = /<template data-code-of="([^"]*)"><\/template>/g
const unescaped = (text: string) =>
  text
    .replace(/&#38;|&amp;/g, '&')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;/g, "'")

/** Rendered specimens, each followed by its code. Examples without specimens are one specimen as a whole. */
export function withCode(html: string, source: string): string {
  if (!html.includes('<!--specimen-->'))
    return `<section class="specimen"><div class="specimen-sheet"><!--specimen-->${html}<!--/specimen--></div>${codeBlock(templateOf(source), 'Code')}</section>`
  const codes = specimensOf(source)
  return html.replace(marks, (_, title: string) => {
    const code = codes.get(unescaped(title))
    return code === undefined ? '' : codeBlock(code, 'Code')
  })
}

/** The sheet of the first specimen, with what it is printed on. */
export function firstSpecimen(html: string): string {
  const [, sheet = '', inside = ''] =
    /(<div class="specimen-sheet"[^>]*>)<!--specimen-->([\s\S]*?)<!--\/specimen-->/.exec(html) ?? []
  return sheet && `${sheet}${inside.replace(/<script[\s\S]*?<\/script>/g, '')}</div>`
}

const references = 'id|for|name|list|aria-labelledby|aria-describedby|aria-controls|aria-owns|commandfor|popovertarget'

/** The same HTML, that can stand beside the first: its ids and all that point to them are its own. */
export function ownIds(html: string, prefix: string): string {
  return html
    .replace(new RegExp(` (${references})="([^"]+)"`, 'g'), (_, attribute: string, ids: string) => {
      return ` ${attribute}="${ids.replace(/\S+/g, (id) => prefix + id)}"`
    })
    .replace(/(<a\b[^>]* href=")#/g, `$1#${prefix}`)
}
