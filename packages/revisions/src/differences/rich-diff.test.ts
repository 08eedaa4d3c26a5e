import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, type RichText, richText } from '@pmq/rich-text'
import type { InlineRun } from './inline-diff.ts'
import { type NodeDifference, type Parts, richDiff } from './rich-diff.ts'
import { keyOf, type RichNode, textOf } from './rich-node.ts'
import { richSummary } from './rich-summary.ts'

const diff = (before: string, after: string) => richDiff(fromMarkdown(before), fromMarkdown(after))

/** A difference as one line, to be read in a test. */
const shown = (nodes: readonly NodeDifference[]): string => nodes.map(shownNode).join(' | ')
function shownNode(difference: NodeDifference): string {
  switch (difference.is) {
    case 'kept':
      return textOf(difference.node)
    case 'added':
      return `+ ${textOf(difference.node)}`
    case 'removed':
      return `- ${textOf(difference.node)}`
    case 'moved-away':
      return `< ${difference.move}`
    case 'moved-here':
      return `> ${difference.move} ${shownParts(difference.parts) ?? textOf(difference.after)}`
    case 'changed':
      return `~ ${shownParts(difference.parts) ?? JSON.stringify(difference.after.attrs)}`
  }
}
function shownParts(parts: Parts): string | undefined {
  if (!parts) return undefined
  return 'nodes' in parts ? `(${shown(parts.nodes)})` : parts.inlines.map(shownRun).join('')
}
function shownRun(run: InlineRun): string {
  const text = run.nodes.map(textOf).join('')
  return run.kind === 'kept' ? text : `[${{ added: '+', removed: '-', restyled: '*' }[run.kind]}${text}]`
}

test('a paragraph that changed is the same one, compared word by word', () => {
  const nodes = diff('Un.\n\nDouze boucles à vélo sont balisées.', 'Un.\n\nDouze boucles à pied sont balisées.')
  assert.equal(shown(nodes), 'Un. | ~ Douze boucles à [-vélo][+pied] sont balisées.')
})

test('a paragraph that has nothing in common with the one before it is another one', () => {
  assert.equal(
    shown(diff('Le marché du jeudi.', 'Une exposition ouvre demain.')),
    '- Le marché du jeudi. | + Une exposition ouvre demain.',
  )
})

test('a paragraph that went elsewhere has moved, and is seen where it was and where it is', () => {
  const nodes = diff('Le marché ouvre le jeudi.\n\nUn.\n\nDeux.', 'Un.\n\nDeux.\n\nLe marché ouvre le jeudi.')
  assert.equal(shown(nodes), '< 1 | Un. | Deux. | > 1 Le marché ouvre le jeudi.')
  assert.deepEqual(richSummary(nodes), { words: { added: 0, removed: 0 }, moved: 1, restyled: 0 })
})

test('what moved and changed a little shows its words too', () => {
  const nodes = diff(
    'Le grand marché de la ville ouvre le jeudi matin.\n\nUn.\n\nDeux.',
    'Un.\n\nDeux.\n\nLe grand marché de la ville ouvre le mardi matin.',
  )
  assert.equal(shown(nodes), '< 1 | Un. | Deux. | > 1 Le grand marché de la ville ouvre le [-jeudi][+mardi] matin.')
  assert.deepEqual(richSummary(nodes).words, { added: 1, removed: 1 })
})

test('the same words with other emphasis or another link are restyled, not rewritten', () => {
  const nodes = diff('Voyez la carte des sentiers.', 'Voyez **la carte** des [sentiers](/sentiers).')
  assert.equal(shown(nodes), '~ Voyez [*la carte] des [*sentiers].')
  assert.deepEqual(richSummary(nodes), { words: { added: 0, removed: 0 }, moved: 0, restyled: 2 })
  const link = diff('Voyez [ici](/a).', 'Voyez [ici](/b).')
  const [changed] = link
  const run =
    changed?.is === 'changed' && changed.parts && 'inlines' in changed.parts ? changed.parts.inlines[1] : undefined
  assert.equal(run?.kind, 'restyled')
  assert.deepEqual(run?.kind === 'restyled' && run.formerly[0]?.marks, [{ type: 'link', attrs: { href: '/a' } }])
})

test('a heading that becomes a paragraph is the same text in another dress', () => {
  const [changed] = diff('## Les douze boucles à vélo', 'Les douze boucles à vélo')
  assert.equal(changed?.is, 'changed')
  assert.deepEqual(changed?.is === 'changed' && [changed.before.type, changed.after.type], ['heading', 'paragraph'])
})

test('items of a list and cells of a table are compared one by one', () => {
  assert.equal(shown(diff('- pommes\n- poires', '- pommes\n- noix\n- poires')), '~ (pommes | + noix | poires)')
  assert.equal(
    shown(
      diff(
        '| Commune | Habitants |\n|---|---|\n| Lune | 12 |\n| Mars | 7 |',
        '| Commune | Habitants |\n|---|---|\n| Lune | 13 |\n| Mars | 7 |',
      ),
    ),
    '~ (Commune\nHabitants | ~ (Lune | ~ (- 12 | + 13)) | Mars\n7)',
  )
})

test('blocks that do not exist yet are compared by their attributes', () => {
  const doc = (attrs: object) => ({ type: 'doc', content: [{ type: 'figure', attrs }] }) as never
  const nodes = richDiff(doc({ photo: 'p1', caption: 'Le pont vieux' }), doc({ caption: 'Le pont neuf', photo: 'p1' }))
  assert.equal(nodes[0]?.is, 'changed')
  assert.equal(richDiff(doc({ a: 1, b: 2 }), doc({ b: 2, a: 1 }))[0]?.is, 'kept')
})

test('both texts can be made again from their difference, whatever they are', () => {
  let seed = 5
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const words = ['eau', 'bois', 'été', 'le', 'la', 'pont', '**fort**', '*doux*', '[lien](/a)', 'marché']
  const line = () => Array.from({ length: 1 + random(9) }, () => words[random(words.length)]).join(' ')
  const block = () => {
    const kind = random(6)
    if (kind === 0) return `## ${line()}`
    if (kind === 1) return Array.from({ length: 1 + random(4) }, () => `- ${line()}`).join('\n')
    if (kind === 2) return `> ${line()}\n>\n> ${line()}`
    if (kind === 3) return `| a | b |\n|---|---|\n| ${line()} | ${line()} |\n| ${line()} | ${line()} |`
    return line()
  }
  for (let round = 0; round < 300; round += 1) {
    const blocks = Array.from({ length: random(7) }, block)
    const others = blocks.flatMap((text) => (random(4) === 0 ? [] : random(3) === 0 ? [block(), text] : [text]))
    if (random(2) === 0) others.push(...others.splice(0, 1))
    const [before, after] = [fromMarkdown(blocks.join('\n\n')), fromMarkdown(others.join('\n\n'))]
    const nodes = richDiff(before, after)
    assert.deepEqual(sideOf(nodes, 'before').map(keyOf), before.content.map(keyOf))
    assert.deepEqual(sideOf(nodes, 'after').map(keyOf), after.content.map(keyOf))
  }
})

test('the longest texts that the editor takes are compared in bounded time', () => {
  const long = (shift: number): RichText => ({
    type: 'doc',
    content: Array.from({ length: 450 }, (_, block) => ({
      type: 'paragraph' as const,
      content: [
        {
          type: 'text' as const,
          text: Array.from({ length: 60 }, (_, at) => `m${(block * 7 + at * shift) % 997}`).join(' '),
        },
      ],
    })),
  })
  const [before, after] = [richText.parse(long(1)), richText.parse(long(3))]
  const started = performance.now()
  const nodes = richDiff(before, after)
  assert.ok(performance.now() - started < 5_000)
  assert.deepEqual(sideOf(nodes, 'after').map(keyOf), after.content.map(keyOf))
})

test('texts nested as deep as the editor takes, and beyond, are compared as fast as flat ones', () => {
  const nested = (word: string): RichText => {
    const leaves = Array.from({ length: 200 }, (_, at) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: `feuille ${at} ${word} "citée"` }],
    }))
    let content: RichText['content'] = leaves
    for (let depth = 0; depth < 20; depth += 1) content = [{ type: 'blockquote', content }]
    return { type: 'doc', content }
  }
  const started = performance.now()
  const nodes = richDiff(nested('verte'), nested('rouge'))
  assert.deepEqual(richSummary(nodes).words, { added: 200, removed: 200 })
  assert.ok(performance.now() - started < 3_000)
})

type Side = 'before' | 'after'

function sideOf(nodes: readonly NodeDifference[], side: Side): RichNode[] {
  const of = (difference: NodeDifference): RichNode[] => {
    switch (difference.is) {
      case 'kept':
        return [difference.node]
      case 'added':
        return side === 'after' ? [difference.node] : []
      case 'removed':
      case 'moved-away':
        return side === 'before' ? [difference.node] : []
      case 'moved-here':
        return side === 'after' ? [remade(difference, side)] : []
      case 'changed':
        return [remade(difference, side)]
    }
  }
  return nodes.flatMap(of)
}

function remade(change: { before: RichNode; after: RichNode; parts: Parts }, side: Side): RichNode {
  const node = change[side]
  if (!change.parts) return node
  const content = 'nodes' in change.parts ? sideOf(change.parts.nodes, side) : inlinesOf(change.parts.inlines, side)
  return node.content ? { ...node, content } : node
}

/** Texts that follow one another with the same emphasis are one, as the editor writes them. */
function inlinesOf(runs: readonly InlineRun[], side: Side): RichNode[] {
  const all = runs.flatMap((run) => {
    if (run.kind === (side === 'before' ? 'added' : 'removed')) return []
    return run.kind === 'restyled' && side === 'before' ? run.formerly : run.nodes
  })
  return all.reduce<RichNode[]>((texts, node) => {
    const last = texts.at(-1)
    const isSame = last && keyOf({ ...last, text: '' }) === keyOf({ ...node, text: '' }) && node.text !== undefined
    if (isSame) texts.splice(-1, 1, { ...last, text: `${last.text}${node.text}` })
    else texts.push(node)
    return texts
  }, [])
}
