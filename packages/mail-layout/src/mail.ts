import type { RichText } from '@pmq/rich-text'
import type { mailColours } from '@pmq/ui/tokens/mail'

export type MailSite = Parameters<typeof mailColours>[0]

/** Something to read on a site. The picture is optional: many programs do not show any. */
export type Teaser = {
  title: string
  kicker: string
  text: string
  href: string
  picture?: { src: string; alt: string }
}

/** What a mail is made of, from top to bottom. Texts are plain; addresses are absolute and of https. */
export type MailPart =
  | { is: 'title'; text: string }
  | { is: 'heading'; text: string }
  | { is: 'paragraph'; text: string }
  /** What an agent wrote in the editor. */
  | { is: 'rich'; text: RichText }
  | { is: 'signature'; text: string }
  | { is: 'feature'; teaser: Teaser }
  /** Two teasers side by side; one below the other on a phone. */
  | { is: 'pair'; teasers: readonly [Teaser, Teaser] }
  | { is: 'event'; day: string; month: string; title: string; text: string; href: string }
  | { is: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  | { is: 'figure'; value: string; text: string }
  | { is: 'quote'; text: string; by: string }
  | { is: 'button'; text: string; href: string }

export type Mail = {
  site: MailSite
  siteName: string
  subject: string
  /** Shown after the subject in lists of mails. */
  preview: string
  /** One line below the name of the site. */
  kicker: string
  parts: readonly MailPart[]
  /** Why the reader gets it, in a sentence. */
  why: string
  /** Who sends it: name and postal address. */
  sender: string
  /** For what one subscribes to: one-click unsubscription (RFC 8058), choices, the mail as a page. */
  subscription?: { unsubscribe: string; preferences: string; online: string }
  /** Where the pictures of the layout are served: `https://…/courriel/`, with a slash. */
  assets: string
}

export type RenderedMail = { subject: string; headers: Record<string, string>; html: string; text: string }
