/** The contract allows 100 characters; addresses are read, so that they stay shorter. */
const longest = 80

/** « L’eau des Gorges : où en est-on ? » → `l-eau-des-gorges-ou-en-est-on`. Empty when the title has no letter or digit. */
export function proposeSlug(title: string): string {
  const plain = title.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : longest)
}
