import { mailColours } from '@pmq/ui/tokens/mail'
import mjml2html from 'mjml'
import { html, SafeHtml } from './html.ts'
import { httpsAddress } from './https-address.ts'
import type { Mail, RenderedMail } from './mail.ts'
import { link, partMjml } from './parts.ts'
import { plainText } from './plain-text.ts'
import { displayFonts, stylesOf, textFonts } from './styles.ts'

/**
 * A mail ready to be sent: HTML that holds in Outlook and at night, the same as text, and the headers that go with it.
 * Everything is escaped; nothing is fetched from elsewhere but the pictures, from our own site.
 * @throws AddressRefused when a link is not an absolute https address
 */
export async function renderMail(mail: Mail): Promise<RenderedMail> {
  const { html: rendered, errors } = await mjml2html(mjmlOf(mail).text, {
    validationLevel: 'strict',
    keepComments: false,
  })
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  const unsubscribe = mail.subscription?.unsubscribe
  return {
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    headers: unsubscribe
      ? {
          'List-Unsubscribe': `<${httpsAddress(unsubscribe)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : { 'Auto-Submitted': 'auto-generated' },
    html: rendered.replace(/>\s*\n\s+</g, '>\n<').replace(/[ \t]{2,}/g, ' '),
    text: plainText(mail),
  }
}

function mjmlOf({
  site,
  siteName,
  subject,
  preview,
  kicker,
  parts,
  why,
  sender,
  subscription,
  assets,
}: Mail): SafeHtml {
  const colours = mailColours(site).light
  const { key, paper, onKey, accent, onAccent } = colours
  const foot = subscription
    ? html`<br /><br />${link(subscription.unsubscribe, 'Me désinscrire en un clic')} · ${link(subscription.preferences, 'Changer mes choix')} · ${link(subscription.online, 'Lire en ligne')}`
    : html``
  const picture = (name: string) => httpsAddress(`${assets}${name}-${site}.png`)
  return html`<mjml lang="fr" dir="ltr"><mj-head><mj-title>${subject}</mj-title><mj-preview>${preview}</mj-preview><mj-breakpoint width="480px" />
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-attributes><mj-all font-family="${textFonts}" /><mj-text font-size="18px" line-height="1.5" color="${key}" /><mj-table font-size="18px" line-height="1.5" color="${key}" /></mj-attributes>
<mj-style>${new SafeHtml(stylesOf(site))}</mj-style></mj-head>
<mj-body width="600px" background-color="${paper}" css-class="ground">
<mj-section background-color="${accent}" padding="20px 18px 14px"><mj-group><mj-column width="14%" vertical-align="middle"><mj-image src="${picture('mark')}" alt="" width="58px" padding="0 0 0 12px" align="left" /></mj-column><mj-column width="86%" vertical-align="middle"><mj-text color="${onAccent}" font-family="${displayFonts}" font-weight="800" font-size="25px" line-height="1" letter-spacing="-.5px" padding="0 12px 3px">${siteName}</mj-text><mj-text color="${onAccent}" font-size="16px" line-height="1.3" padding="0 12px">${kicker}</mj-text></mj-column></mj-group></mj-section>
<mj-section css-class="sheet" background-color="${paper}" padding="0"><mj-column><mj-image src="${picture('edge')}" alt="" width="600px" padding="0" /></mj-column></mj-section>
${parts.map((part) => partMjml(part, colours))}
<mj-section background-color="${key}" padding="22px 18px 26px"><mj-column><mj-text color="${onKey}" font-size="15px" line-height="1.55" padding="0 12px">${why}<br />${sender}${foot}</mj-text></mj-column></mj-section>
</mj-body></mjml>`
}
