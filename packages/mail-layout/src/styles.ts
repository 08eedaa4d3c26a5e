import { mailColours } from '@pmq/ui/tokens/mail'
import type { MailSite } from './mail.ts'

/** Web fonts are not fetched: mail programs that have ours show them, the others something near. */
export const displayFonts = "'Bricolage Grotesque','Arial Narrow','Liberation Sans Narrow',Arial,sans-serif"
export const textFonts = "'Atkinson Hyperlegible Next',Verdana,'DejaVu Sans',Arial,sans-serif"

export type Colours = ReturnType<typeof mailColours>['light']

/**
 * What cannot be said on elements: narrow screens, and night for programs that ask (others invert by themselves). Outlook
 * on the web marks what it has recoloured by data-ogsc and data-ogsb.
 */
export function stylesOf(site: MailSite): string {
  const { light, dark } = mailColours(site)
  return `:root{color-scheme:light dark}
.quiet,.quiet div{color:${light.quiet}!important}
@media (max-width:480px){h1{font-size:36px!important}.day{width:62px!important;padding-right:10px!important}.day-number{font-size:46px!important;line-height:42px!important}}
@media (prefers-color-scheme:dark){
body,.ground,.ground>table,.sheet,.sheet>table{background:${dark.paper}!important}
.ink div,.ink table,.ink td,.ink th,.ink b,.picture a{color:${dark.ink}!important}
.quiet,.quiet div,.ink td .quiet{color:${dark.quiet}!important}
.number,.number div{color:${dark.accentText}!important}
.rule{border-color:${dark.ink}!important}
.button table,.button td,.button a{background:${dark.ink}!important;color:${dark.paper}!important}}
[data-ogsc] .ink div,[data-ogsc] .ink td{color:${dark.ink}!important}[data-ogsb] .sheet{background:${dark.paper}!important}`
}
