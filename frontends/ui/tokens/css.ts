/** Small writers of CSS, for the files that are generated from the tokens. A formatter makes them pretty. */
export const declarations = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `${name}: ${value};`)

export const variables = (values: Record<string, string>, prefix = '') =>
  declarations(Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${prefix}${name}`, value])))

export const rule = (selector: string, lines: string[]) =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

export const media = (query: string, rules: string[]) => `@media ${query} {\n${rules.join('')}}\n`
