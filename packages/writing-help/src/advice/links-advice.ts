import { counted, plain } from '@pmq/french'
import type { RichText } from '@pmq/rich-text'
import { type BodyNode, visit } from '../text/body-node.ts'
import { wordCountOf } from '../text/words-and-sentences.ts'
import { type Advice, adviceOf, quoted } from './advice.ts'
import { limits } from './limits.ts'

const internal = adviceOf('links.internal', 'body')
const words = adviceOf('links.text', 'body')

/** A link as one reads it: its address and all its words. */
type Link = { href: string; text: string }

/** Texts that say nothing once they are read out of their sentence, as a list of the links of a page does. */
const poorTexts = new Set([
  ...[
    'ici',
    'la',
    'cliquez ici',
    'cliquer ici',
    'cliquez la',
    'clic',
    'lien',
    'ce lien',
    'le lien',
    'sur ce lien',
    'par ici',
  ],
  ...[
    'cliquez sur ce lien',
    'suivez ce lien',
    'en savoir plus',
    'pour en savoir plus',
    'savoir plus',
    'plus d infos',
    'plus',
  ],
  ...[
    'plus d informations',
    'lire la suite',
    'la suite',
    'suite',
    'lire plus',
    'voir',
    'voir plus',
    'page',
    'cette page',
  ],
  ...['ce site', 'site', 'telecharger', 'document', 'ce document', 'details', 'voir le lien', 'consulter'],
])

/** Does the text lead to the rest of the site, and do its links say where they lead? `hosts` are the house’s own hosts. */
export function linksAdvice(body: RichText, hosts: readonly string[]): Advice[] {
  const links = linksOf(body)
  return [...internalAdvice(links, hosts, wordCountOf(body)), ...textAdvice(links)]
}

function internalAdvice(links: readonly Link[], hosts: readonly string[], count: number): Advice[] {
  const own = links.filter(({ href }) => isInternal(href, hosts)).length
  if (own > 0)
    return internal.fine(`Le texte mène à ${counted(own, 'autre page de nos sites', 'autres pages de nos sites')}.`)
  if (count < limits.wordsWithoutLink) return []
  return internal.better(
    `Le texte fait ${counted(count, 'mot')} et ne mène à aucune autre page de nos sites.`,
    'Ajoutez un lien vers une page proche\u00a0: le chantier, la commune, une actualité plus ancienne.',
  )
}

function isInternal(href: string, hosts: readonly string[]): boolean {
  if (href.startsWith('/')) return true
  return /^https?:/i.test(href) && URL.canParse(href) && hosts.includes(new URL(href).host)
}

function textAdvice(links: readonly Link[]): Advice[] {
  if (links.length === 0) return []
  const poor = links.filter(({ text }) => isPoor(text) || isBareAddress(text))
  const [first] = poor
  if (first === undefined) return words.fine('Chaque lien dit où il mène.')
  return words.toFix(
    `${counted(poor.length, 'lien ne dit pas', 'liens ne disent pas')} où ${poor.length < 2 ? 'il mène' : 'ils mènent'}\u00a0: ${quoted(first.text)}.`,
    isBareAddress(first.text)
      ? 'Mettez le lien sur des mots, par exemple le nom de la page, plutôt que sur son adresse.'
      : 'Mettez le lien sur les mots qui nomment la page\u00a0: beaucoup écoutent les liens un à un, sans la phrase autour.',
  )
}

const isPoor = (text: string) => {
  const bare = plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return bare === '' || poorTexts.has(bare)
}

/** A mail address is what one wants to read and copy: it is not poor. */
const isBareAddress = (text: string) => /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim())

/** Runs of text that carry the same address are one link, whatever else is bold or italic in them. */
export function linksOf(body: BodyNode): Link[] {
  const links: Link[] = []
  const follow = (node: BodyNode) => {
    let open: Link | undefined
    for (const child of node.content ?? []) {
      const href = hrefOf(child)
      if (href === undefined) open = undefined
      else if (open?.href === href) open.text += child.text ?? ''
      else {
        open = { href, text: child.text ?? '' }
        links.push(open)
      }
    }
  }
  visit(body, { paragraph: follow, heading: follow })
  return links
}

function hrefOf(node: BodyNode): string | undefined {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
  return typeof href === 'string' ? href : undefined
}
