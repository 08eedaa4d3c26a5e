/** What the articles of the benches say: the same in our platform and in the peers it is compared with. */
export const paragraph = 'Le service public local mesure ses usages et publie ses données ouvertes. '.repeat(12).trim()
export const paragraphs = 8
