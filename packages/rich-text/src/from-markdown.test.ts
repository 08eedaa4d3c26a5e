import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, MarkdownRefused, toHtml, toText } from './index.ts'

const problemsOf = (markdown: string) => {
  try {
    fromMarkdown(markdown)
    return []
  } catch (error) {
    assert.ok(error instanceof MarkdownRefused)
    return error.problems
  }
}

test('raw HTML is refused loudly, in a block and in a line', () => {
  assert.match(problemsOf('<script>alert(1)</script>').join(), /HTML non admis/)
  assert.match(problemsOf('un <b>mot</b>').join(), /HTML non admis/)
  assert.match(problemsOf('<!-- note -->').join(), /HTML non admis/)
  assert.match(problemsOf('deux&nbsp;mots').join(), /entité HTML non admise/)
})

test('what a rich text cannot hold is refused, never dropped', () => {
  const bad = [
    '# Titre',
    '##### Titre',
    '![image](/a.png)',
    '`code`',
    '```\ncode\n```',
    '~~barré~~',
    '- [ ] tâche',
    '[a](/a "infobulle")',
  ]
  for (const markdown of bad) assert.notDeepEqual(problemsOf(markdown), [], markdown)
})

test('every problem of a text is told at once', () => {
  assert.equal(problemsOf('# Un\n\n`deux`\n\n![trois](/3.png)').length, 3)
})

test('an unsafe address is refused', () => {
  for (const href of ['javascript:alert(1)', '//evil.example', 'page'])
    assert.match(problemsOf(`[x](${href})`).join(), /Adresse de lien refusée/)
})

test('addresses can be resolved by the caller, who may refuse them', () => {
  const resolveHref = (href: string) => {
    if (href === 'content:scot') return '/amenager/scot'
    throw new Error(`lien inconnu ${href}`)
  }
  assert.equal(
    toHtml(fromMarkdown('[le SCoT](content:scot)', { resolveHref })),
    '<p><a href="/amenager/scot">le SCoT</a></p>',
  )
  assert.throws(() => fromMarkdown('[x](content:y)', { resolveHref }), /lien inconnu content:y/)
})

test('line ends inside a paragraph are spaces, no-break spaces are kept', () => {
  assert.equal(toText(fromMarkdown('«\u202foui\u202f»\u00a0:\nsuite\u202f!')), '«\u202foui\u202f»\u00a0: suite\u202f!')
})

test('a doubled emphasis is kept once', () => {
  assert.equal(toHtml(fromMarkdown('**a __b__**')), '<p><strong>a b</strong></p>')
})

test('an emphasis, a list in a list, a table and a quote are understood', () => {
  assert.equal(
    toHtml(fromMarkdown('> *a* **b**\n\n- c\n  1. d\n\n---')),
    '<blockquote><p><em>a</em> <strong>b</strong></p></blockquote>\n<ul><li>c\n<ol><li>d</li></ol></li></ul>\n<hr>',
  )
})
