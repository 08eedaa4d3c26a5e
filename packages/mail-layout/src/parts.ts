import { html, type SafeHtml } from './html.ts'
import { httpsAddress } from './https-address.ts'
import type { MailPart, Teaser } from './mail.ts'
import { richHtml } from './rich-html.ts'
import { type Colours, displayFonts, textFonts } from './styles.ts'

const section = (content: SafeHtml, { paper }: Colours) =>
  html`<mj-section css-class="sheet" background-color="${paper}" padding="0 18px"><mj-column>${content}</mj-column></mj-section>`

const display = (content: SafeHtml, size: number, padding: string) =>
  html`<mj-text css-class="ink" font-family="${displayFonts}" font-weight="800" font-size="${size}px" line-height="1.04" letter-spacing="-.5px" padding="${padding}">${content}</mj-text>`

export const link = (href: string, content: string | SafeHtml, style = 'color:inherit;text-decoration:underline') =>
  html`<a href="${httpsAddress(href)}" style="${style}">${content}</a>`

const plainLink = 'color:inherit;text-decoration:none'

function teaserHtml({ title, kicker, text, href, picture }: Teaser, size: number): SafeHtml {
  const shown = picture
    ? html`<mj-image href="${httpsAddress(href)}" src="${httpsAddress(picture.src)}" alt="${picture.alt}" fluid-on-mobile="true" font-size="16px" css-class="picture" padding="6px 12px 10px"/>`
    : html``
  return html`${shown}<mj-text css-class="quiet" font-size="15px" padding="0 12px 4px">${kicker}</mj-text>${display(link(href, title, plainLink), size, '0 12px 8px')}<mj-text css-class="ink" padding="0 12px 22px">${text}</mj-text>`
}

/** A part as MJML. */
export function partMjml(part: MailPart, colours: Colours): SafeHtml {
  const { key, accent, accentText, line, paper } = colours
  switch (part.is) {
    case 'title':
      return section(
        display(html`<h1 style="margin:0;font:inherit;letter-spacing:inherit">${part.text}</h1>`, 42, '22px 12px 14px'),
        colours,
      )
    case 'heading':
      return section(display(html`<h2 style="margin:0;font:inherit">${part.text}</h2>`, 30, '18px 12px 12px'), colours)
    case 'paragraph':
      return section(html`<mj-text css-class="ink" padding="0 12px 14px">${part.text}</mj-text>`, colours)
    case 'rich':
      return section(html`<mj-text css-class="ink" padding="0 12px">${richHtml(part.text, colours)}</mj-text>`, colours)
    case 'signature':
      return section(
        html`<mj-text css-class="quiet" font-weight="700" padding="0 12px 24px">${part.text}</mj-text>`,
        colours,
      )
    case 'feature':
      return section(teaserHtml(part.teaser, 31), colours)
    case 'pair':
      return html`<mj-section css-class="sheet" background-color="${paper}" padding="0 18px">${part.teasers.map((teaser) => html`<mj-column>${teaserHtml(teaser, 23)}</mj-column>`)}</mj-section>`
    case 'event': {
      const cell = `border-top:3px solid ${key};vertical-align:top`
      return section(
        html`<mj-table css-class="ink" padding="0 12px 12px" font-size="17px" line-height="1.45" role="presentation"><tr><td class="rule day" style="${cell};padding:14px 16px 6px 0;width:92px"><span class="number day-number" style="display:block;font:800 56px/48px ${displayFonts};letter-spacing:-2px;color:${accentText}">${part.day}</span><b style="font:700 17px/1.3 ${displayFonts}">${part.month}</b></td><td class="rule" style="${cell};padding:14px 0 6px">${link(part.href, part.title, `color:inherit;font:800 23px/1.1 ${displayFonts};text-decoration:none`)}<br />${part.text}</td></tr></mj-table>`,
        colours,
      )
    }
    case 'facts': {
      const cell = `border-top:1px solid ${line};padding:10px 14px 10px 0;vertical-align:top`
      const rows = part.rows.map(
        ([name, value]) =>
          html`<tr><th scope="row" style="${cell};width:118px;text-align:left">${name}</th><td style="${cell}">${value}</td></tr>`,
      )
      return section(
        html`<mj-table css-class="ink" padding="4px 12px 18px" font-size="17px" line-height="1.4">${rows}</mj-table>`,
        colours,
      )
    }
    case 'figure':
      return section(
        html`<mj-text css-class="number" font-family="${displayFonts}" font-weight="800" font-size="84px" line-height="80px" letter-spacing="-3px" color="${accentText}" padding="4px 12px">${part.value}</mj-text><mj-text css-class="ink" padding="0 12px 18px">${part.text}</mj-text>`,
        colours,
      )
    case 'quote':
      return section(
        html`<mj-table css-class="ink" padding="4px 12px 20px" role="presentation"><tr><td style="width:8px;background:${accent}"></td><td style="padding:4px 0 4px 18px;font:700 22px/1.3 ${displayFonts}">${part.text}<br /><span class="quiet" style="font:400 16px/1.9 ${textFonts}">${part.by}</span></td></tr></mj-table>`,
        colours,
      )
    case 'button':
      return section(
        html`<mj-button css-class="button" href="${httpsAddress(part.href)}" align="left" background-color="${key}" color="${paper}" font-family="${displayFonts}" font-weight="700" font-size="19px" inner-padding="15px 26px" border-radius="0" padding="12px 12px 18px">${part.text}</mj-button>`,
        colours,
      )
  }
}
