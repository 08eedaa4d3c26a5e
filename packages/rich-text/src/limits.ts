/** Levels of nodes, the document itself and the text included: enough for lists four deep. */
const maxDepth = 12
const maxNodes = 5_000
/** Characters (UTF-16 units) of all texts together: a book of about a hundred pages. */
const maxCharacters = 200_000

/**
 * Says in French why a value is too deep or too big to be read as a rich text, or `undefined` when it can be read.
 * It walks with its own stack and stops at the first excess, so that it needs neither trust nor much time.
 */
export function limitProblem(value: unknown): string | undefined {
  const waiting = [{ node: value, depth: 1 }]
  let nodes = 1
  let characters = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (typeof node !== 'object' || node === null) continue
    if (depth > maxDepth) return `Le texte est trop imbriqué : ${maxDepth} niveaux au plus.`
    if ('text' in node && typeof node.text === 'string') characters += node.text.length
    if (characters > maxCharacters) return 'Le texte est trop long : 200 000 caractères au plus.'
    if ('marks' in node && Array.isArray(node.marks) && node.marks.length > 3)
      return 'Un texte porte trop de mises en forme : trois au plus.'
    if (!('content' in node) || !Array.isArray(node.content)) continue
    nodes += node.content.length
    if (nodes > maxNodes) return 'Le texte a trop d’éléments : 5 000 au plus.'
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 })
  }
  return undefined
}
