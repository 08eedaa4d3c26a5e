import { toText } from '@pmq/rich-text'
import type { Mail, MailPart, Teaser } from './mail.ts'

const width = 72

/** Broken between words at 72 characters, as mail programs expect plain text. */
function folded(text: string, prefix = ''): string {
  const lines: string[] = []
  let line = prefix
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = prefix.startsWith('>') ? prefix : ' '.repeat(prefix.length)
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}

const teaserText = ({ title, kicker, text, href }: Teaser) =>
  `${folded(title, '* ')}\n${folded(kicker, '  ')}\n${folded(text, '  ')}\n  ${href}\n`

function partText(part: MailPart): string {
  switch (part.is) {
    case 'title':
      return `${folded(part.text.toLocaleUpperCase('fr'))}\n`
    case 'heading':
      return `\n${folded(`== ${part.text} ==`)}\n`
    case 'paragraph':
    case 'signature':
      return `${folded(part.text)}\n`
    case 'rich':
      return `${toText(part.text)
        .split('\n')
        .map((line) => folded(line))
        .join('\n\n')}\n`
    case 'feature':
      return teaserText(part.teaser)
    case 'pair':
      return part.teasers.map(teaserText).join('\n')
    case 'event':
      return `${folded(`${part.day} ${part.month} : ${part.title}`, '* ')}\n${folded(part.text, '  ')}\n  ${part.href}\n`
    case 'facts':
      return `${part.rows.map(([name, value]) => folded(`${name} : ${value}`, '- ')).join('\n')}\n`
    case 'figure':
      return `${part.value}\n${folded(part.text)}\n`
    case 'quote':
      return `${folded(part.text, '> ')}\n${folded(part.by, '> ')}\n`
    case 'button':
      return `${folded(`${part.text} :`)}\n${part.href}\n`
  }
}

/** The same mail for programs and people who read text. */
export function plainText({ kicker, parts, why, sender, subscription }: Mail): string {
  const foot = subscription
    ? `\nMe désinscrire : ${subscription.unsubscribe}\nChanger mes choix : ${subscription.preferences}\nLire en ligne : ${subscription.online}\n`
    : ''
  return `${kicker}\n\n${parts.map(partText).join('\n')}\n-- \n${folded(why)}\n${folded(sender)}\n${foot}`
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[\u00a0\u202f]/g, ' ')
}
