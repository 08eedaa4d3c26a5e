import { isSafeHref } from '@pmq/rich-text'

/**
 * The address meant by what a person typed: `www.exemple.fr` and `accueil@exemple.fr` get their scheme.
 * @returns `undefined` when it cannot be the address of a link
 */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim()
  const guess = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)
    ? `mailto:${text}`
    : /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text)
      ? `https://${text}`
      : text
  return isSafeHref(guess) ? guess : undefined
}
