import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown } from '@pmq/rich-text'
import { AddressRefused, type Mail, type MailPart, renderMail } from './index.ts'

const href = 'https://www.midi-quercy.example/actualites/energie'
const words = (text: string): MailPart[] => {
  const teaser = {
    title: text,
    kicker: text,
    text,
    href,
    picture: { src: 'https://www.midi-quercy.example/a.png', alt: text },
  }
  return [
    { is: 'title', text },
    { is: 'heading', text },
    { is: 'paragraph', text },
    { is: 'signature', text },
    { is: 'feature', teaser },
    { is: 'pair', teasers: [teaser, { title: text, kicker: text, text, href }] },
    { is: 'event', day: '12', month: 'janvier', title: text, text, href },
    { is: 'facts', rows: [[text, text]] },
    { is: 'figure', value: '45', text },
    { is: 'quote', text, by: text },
    { is: 'button', text, href },
  ]
}
const mailOf = (parts: readonly MailPart[], rest: Partial<Mail> = {}): Mail => ({
  site: 'portal',
  siteName: 'Pays Midi-Quercy',
  subject: 'La lettre de janvier',
  preview: 'Ce mois-ci dans le Pays',
  kicker: 'La lettre du Pays',
  parts,
  why: 'Vous recevez ce message parce que vous l’avez demandé.',
  sender: 'Pays Midi-Quercy, 82800 Nègrepelisse',
  assets: 'https://www.midi-quercy.example/courriel/',
  ...rest,
})
const hostile = '</mj-text><script>alert(1)</script> "q" & {{m}} <mj-raw>'

test('what a stranger typed is shown in every part of a mail, and never run', async () => {
  const { html, subject } = await renderMail(
    mailOf(words(hostile), {
      subject: `a\r\nBcc: b@c.example`,
      preview: hostile,
      kicker: hostile,
      why: hostile,
      sender: hostile,
    }),
  )
  assert.doesNotMatch(html, /<script|<mj-/)
  assert.ok(html.split('&lt;script&gt;').length > words('').length)
  assert.doesNotMatch(subject, /[\r\n]/)
})

test('a mail of every part weighs less than 60 kB and asks nothing of other hosts', async () => {
  const { html } = await renderMail(mailOf(words('Où sont allés les deux millions d’euros')))
  assert.ok(Buffer.byteLength(html) < 60_000, `${Buffer.byteLength(html)} bytes`)
  for (const [, address] of html.matchAll(/(?:src|href)="(https?:[^"]+)"/g))
    assert.match(String(address), /^https:\/\/www\.midi-quercy\.example\//)
})

test('a link that is not an absolute https address is refused', async () => {
  for (const bad of [
    'javascript:alert(1)',
    '/actualites',
    'http://example.org/',
    'https://midi-quercy.fr@evil.example/',
  ])
    await assert.rejects(renderMail(mailOf([{ is: 'button', text: 'Lire', href: bad }])), AddressRefused, bad)
  await renderMail(mailOf([{ is: 'button', text: 'Lire', href: 'http://scic.localhost:8080/' }]))
})

test('what the editor wrote keeps its headings, lists, tables and links; links within the site become text', async () => {
  const text = fromMarkdown(
    '## Les murs\n\nUn **gras**, un [lien](https://example.org/?a=1&b=2), un [renvoi](/actualites).\n\n- un\n- deux\n\n| A | B |\n|---|---|\n| 1 | 2 |',
  )
  const { html, text: plain } = await renderMail(mailOf([{ is: 'rich', text }]))
  for (const part of [
    /<h2 style="[^"]+">Les murs<\/h2>/,
    /<strong>gras<\/strong>/,
    /href="https:\/\/example.org\/\?a=1&amp;b=2"/,
    /<li>un<\/li>/,
  ])
    assert.match(html, part)
  assert.doesNotMatch(html, /href="\/actualites"/)
  assert.match(plain, /Les murs\n\nUn gras, un lien, un renvoi\./)
})

test('what one subscribes to can be left in one click; other mails say that a machine wrote them', async () => {
  const subscription = { unsubscribe: `${href}?d=1`, preferences: href, online: href }
  const { headers, html, text } = await renderMail(mailOf(words('Bonjour'), { subscription }))
  assert.deepEqual(headers, {
    'List-Unsubscribe': `<${href}?d=1>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  assert.match(html, /Me désinscrire en un clic/)
  assert.match(text, /Me désinscrire : https/)
  assert.deepEqual((await renderMail(mailOf(words('Bonjour')))).headers, { 'Auto-Submitted': 'auto-generated' })
})

test('the text says the same as the picture, in lines of 72 characters, addresses whole', async () => {
  const long =
    'Une école, quarante-cinq bâtiments publics, l’éclairage des rues et des vélos électriques : le compte, poste par poste. '
  const { text } = await renderMail(mailOf(words(long.repeat(3))))
  for (const line of text.split('\n')) assert.ok(line.length <= 72 || line.includes('https:'), line)
  assert.ok(text.includes(href))
  assert.doesNotMatch(text, /[\u00a0\u202f]/)
})

for (const site of ['portal', 'heritage', 'scic', 'produits'] as const) {
  test(`${site}: a mail has its site’s ink, its mark, and colours for the night`, async () => {
    const { html } = await renderMail(mailOf(words('Bonjour'), { site }))
    assert.ok(html.includes(`https://www.midi-quercy.example/courriel/mark-${site}.png`))
    assert.match(html, /prefers-color-scheme:\s*dark/)
  })
}
