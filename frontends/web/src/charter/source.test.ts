import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeBlock, firstSpecimen, importsOf, ownIds, specimensOf, templateOf, withCode } from './source.ts'

const source = `---
import Specimen from '../../charter/Specimen.astro'
import Button from './Button.astro'
import Field from '../field/Field.astro'

export const title = 'Bouton'
---
<Specimen title="Calme">
  <p>
    <Button>Lire</Button>
  </p>
</Specimen>
<Specimen ground="accent" title="Sur un aplat"><Button /></Specimen>
`

test('the code of a specimen is what stands inside, without its indentation', () => {
  assert.deepEqual(
    [...specimensOf(source)],
    [
      ['Calme', '<p>\n  <Button>Lire</Button>\n</p>'],
      ['Sur un aplat', '<Button />'],
    ],
  )
})

test('the imports are those that another workspace writes', () => {
  assert.equal(
    importsOf(source, 'button'),
    "import Button from '@pmq/ui/components/button/Button.astro'\nimport Field from '@pmq/ui/components/field/Field.astro'",
  )
})

test('each rendered specimen gets its code, as text', () => {
  const html =
    '<div class="specimen-sheet"><!--specimen--><b>x</b><!--/specimen--></div><template data-code-of="Calme"></template>'
  assert.match(withCode(html, source), /<code>&lt;p>\n {2}&lt;Button>Lire&lt;\/Button>/)
  assert.equal(firstSpecimen(html), '<div class="specimen-sheet"><b>x</b></div>')
})

test('examples without specimens are one', () => {
  assert.equal(templateOf('---\nconst a = 1\n---\n  <b>x</b>\n'), '<b>x</b>')
  assert.match(withCode('<b>x</b>', '<b>x</b>'), /specimen-sheet"><!--specimen--><b>x<\/b>[\s\S]*&lt;b>x&lt;\/b>/)
})

test('a copy has its own ids, and what points to them follows', () => {
  assert.equal(
    ownIds('<label for="a">x</label><input id="a" name="a" aria-describedby="b c"><a class="l" href="#a">', 'scic-'),
    '<label for="scic-a">x</label><input id="scic-a" name="scic-a" aria-describedby="scic-b scic-c"><a class="l" href="#scic-a">',
  )
})

test('code never becomes a page', () => {
  assert.match(codeBlock('<script>"&'), /&lt;script>&quot;&amp;/)
})
