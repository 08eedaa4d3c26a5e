import text from './atkinson-hyperlegible-next-400-700-latin.woff2?url'
import display from './bricolage-grotesque-84-800-latin.woff2?url'

/** Addresses, in a build of Vite, of the two files that every page needs at once. */
export const preloads = [display, text]
