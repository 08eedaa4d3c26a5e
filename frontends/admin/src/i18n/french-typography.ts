export type Messages = { [key: string]: string | Messages }

const thin = '\u202f'
const wide = '\u00a0'

/** Gives a French text its apostrophes, guillemets and the spaces that never break (before « ; ! ? : » and inside guillemets). */
export const typographic = (text: string): string =>
  text
    .replace(/'/g, '’')
    .replace(/"([^"]*)"/g, `«${thin}$1${thin}»`)
    .replace(/\.\.\./g, '…')
    .replace(/[ \u00a0]([;!?])/g, `${thin}$1`)
    .replace(/ :/g, `${wide}:`)
    .replace(/« /g, `«${thin}`)
    .replace(/ »/g, `${thin}»`)

/** The same for a whole tree of messages. */
export const typographicMessages = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? typographic(value) : typographicMessages(value),
    ]),
  )
