// The library wants Node's "LTS" label, which this build of Node 26 does not carry, and says so at every start.
// biome-ignore-start lint/suspicious/noConsole: the library's notices have no other way out
const { warn } = console
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('Unsupported runtime')) warn(...words)
}
export const { Provider, errors } = await import('oidc-provider')
console.warn = warn
// biome-ignore-end lint/suspicious/noConsole: see above
