/**
 * The design tokens, the only place where a colour or a size is chosen. `npm run tokens -w @pmq/ui` writes from here all that
 * `outputs.ts` lists (style sheets of the sites, of both sign-in pages, colours of the PDFs); the tests check that it was done,
 * and that every pair is readable.
 */
export * from './colours.ts'
export * from './scales.ts'
