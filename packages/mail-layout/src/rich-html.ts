import { type RichText, toHtml } from '@pmq/rich-text'
import { SafeHtml } from './html.ts'
import { httpsAddress } from './https-address.ts'
import { type Colours, displayFonts } from './styles.ts'

/** Mail programs drop style sheets: each element says how it looks. */
export function richHtml(text: RichText, colours: Colours): SafeHtml {
  const heading = `margin:20px 0 8px;font:800 24px/1.1 ${displayFonts}`
  const styles: [tag: RegExp, style: string][] = [
    [/<p>/g, 'margin:0 0 14px'],
    [/<h2/g, heading],
    [/<h3/g, heading.replace('24px', '21px')],
    [/<h4/g, heading.replace('24px', '19px')],
    [/<ul>/g, 'margin:0 0 14px;padding:0 0 0 22px'],
    [/<ol/g, 'margin:0 0 14px;padding:0 0 0 26px'],
    [/<blockquote>/g, `margin:0 0 14px;padding:2px 0 2px 16px;border-left:6px solid ${colours.accent}`],
    [/<table>/g, 'border-collapse:collapse;width:100%;margin:0 0 14px;font-size:16px'],
    [
      /<t[hd](?=[ >])/g,
      `padding:8px 10px 8px 0;text-align:left;vertical-align:top;border-bottom:1px solid ${colours.line}`,
    ],
    [/<a(?= )/g, 'color:inherit;text-decoration:underline'],
    [/<hr>/g, `border:0;border-top:3px solid ${colours.key};width:30%;margin:20px 0`],
  ]
  const plain = toHtml(text)
    .replace(/ (?:role|tabindex|class|rel|id)="[^"]*"/g, '')
    .replace(/<a href="([^"]*)"/g, (link, href: string) => (leadsSomewhere(href) ? link : '<a'))
  const styled = styles.reduce(
    (all, [tag, style]) =>
      all.replace(tag, (found) => `${found.replace('>', '')} style="${style}"${found.endsWith('>') ? '>' : ''}`),
    plain,
  )
  return new SafeHtml(styled)
}

/** A link within the site, or by telephone, has no meaning in a mail: its text stays. */
function leadsSomewhere(href: string): boolean {
  if (href.startsWith('mailto:')) return true
  try {
    return Boolean(httpsAddress(href.replaceAll('&amp;', '&')))
  } catch {
    return false
  }
}
