import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { cleanSvg } from './clean-svg.ts'
import { PictureRefused, type RefusalCode } from './picture-refused.ts'

const drawing = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`

function refused(text: string, code: RefusalCode) {
  assert.throws(
    () => cleanSvg(text),
    (error) => error instanceof PictureRefused && error.code === code,
  )
}

test('a drawing as programs write it keeps all that draws', () => {
  const logo = `<?xml version="1.0" encoding="UTF-8"?>
    <!-- Generator -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    ${drawing(
      `<title>Feuille d’eau &amp; chêne</title><defs><style><![CDATA[.a{fill:url(#g)}]]></style><linearGradient id="g"><stop offset="1" stop-color="#a12"/></linearGradient></defs>
       <path class="a" d="M0 0L9 9z"/><use xlink:href="#g"/><image href="data:image/png;base64,iVBORw0KGgo=" width="4" height="4"/>`,
      'viewBox="0 0 9 9"',
    )}`
  const { svg, removed } = cleanSvg(logo)
  assert.deepEqual(removed, [])
  for (const kept of [
    'viewBox="0 0 9 9"',
    '.a{fill:url(#g)}',
    'stop-color="#a12"',
    'xlink:href="#g"',
    'base64,iVBORw0KGgo=',
    'd’eau &amp; chêne',
  ])
    assert.ok(svg.includes(kept), kept)
  assert.equal(cleanSvg(svg).svg, svg)
})

test('what does not draw is taken out, and told', () => {
  const { svg, removed } = cleanSvg(
    drawing(
      '<script>alert(1)</script><path onclick="alert(1)" d="M0 0"/><a href="https://x.test/"><rect width="1" height="1"/></a>',
      'onload="alert(1)"',
    ),
  )
  assert.deepEqual(removed.sort(), ['a', 'path[onclick]', 'script', 'svg[onload]'])
  assert.match(svg, /<path d="M0 0"\/><rect width="1" height="1"\/>/)
})

const attacks = [
  '<script>alert(1)</script>',
  '<script href="https://evil.test/x.js"/>',
  '<script><![CDATA[alert(1)]]></script>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
  '<title><iframe xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></title>',
  '<handler type="application/ecmascript">alert(1)</handler>',
  '<rect onmouseover="alert(1)" ONCLICK="alert(1)" onfocusin="alert(1)"/>',
  '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
  '<a href="&#x6A;avascript:alert(1)"><text>x</text></a>',
  '<a href="java&#9;script:alert(1)"><text>x</text></a>',
  '<a id="a"><animate attributeName="href" values="javascript:alert(1)"/><set attributeName="href" to="javascript:alert(1)"/></a>',
  '<use href="https://evil.test/x.svg#a"/>',
  '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
  '<image href="https://evil.test/track.png"/>',
  '<image href="//evil.test/track.png"/>',
  '<image xlink:href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;"/>',
  '<image href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;"/>',
  '<image href="file:///etc/passwd"/>',
  '<feImage href="https://evil.test/x.png"/>',
  '<rect fill="url(https://evil.test/x.svg#a)"/>',
  '<rect fill="u\\72l(https://evil.test/x)"/>',
  '<rect style="background:url(javascript:alert(1))"/>',
  '<rect style="fill:url(&quot;https://evil.test/x&quot;)"/>',
  '<rect filter="url( //evil.test/f#a )"/>',
  '<style>@import "https://evil.test/x.css";</style>',
  '<style>@font-face{font-family:x;src:url(https://evil.test/f)}</style>',
  '<style>rect{fill:u/**/rl(https://evil.test/x)}</style>',
  '<style>rect{fill:\\75rl(https://evil.test/x)}</style>',
  '<style>rect{background:image-set("https://evil.test/x" 1x)}</style>',
  '<style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style>',
  '<style><script>alert(1)</script></style>',
  '<?xml-stylesheet href="https://evil.test/x.css"?>',
  '<metadata><script>alert(1)</script></metadata>',
  '<switch><foreignObject><script>alert(1)</script></foreignObject></switch>',
  '<iframe src="https://evil.test"/><embed src="x"/><object data="x"/><video><source onerror="alert(1)"/></video>',
  '<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>',
  '<rect xml:base="https://evil.test/"/>',
  '<rect __proto__="x" constructor="y"/>',
]

const mayNotStay =
  /<[^>]*\s(?:on\w+|xml:base)\s*=|<\/?(?:\w+:)?(?:script|foreignobject|iframe|embed|object|video|handler|set|animate|feimage|metadata|a)[\s/>]|evil\.test|svg\+xml|text\/html|<\?|<!/i
/** The written tags only: as text, `<script>` and `javascript:` are words. */
const tagsOf = (svg: string) => svg.replace(/>[^<]*</g, '><')

test('the usual attacks leave nothing behind, alone or nested', () => {
  for (const attack of attacks)
    for (const wrapped of [
      attack,
      `<g>${attack}</g>`,
      `<defs><symbol id="s">${attack}</symbol></defs><use href="#s"/>`,
      `<a>${attack}</a>`,
    ]) {
      const { svg, removed } = cleanSvg(drawing(wrapped))
      assert.doesNotMatch(svg, mayNotStay, attack)
      assert.doesNotMatch(tagsOf(svg), /javascript:|https?:(?!\/\/www\.w3\.org)|\/\/evil/i, attack)
      if (!attack.startsWith('<text>') && !attack.startsWith('<?')) assert.ok(removed.length > 0, attack)
    }
})

test('attacks in any mixture come out clean, cleaning twice changes nothing, and nothing else than a refusal is thrown', () => {
  let state = 3
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
  const pieces = [
    ...attacks,
    '<g>',
    '</g>',
    '<a',
    '"',
    "'",
    '<![CDATA[',
    ']]>',
    '&#0;',
    '&lt;',
    '<!--',
    '-->',
    '\0',
    '<svg>',
    '</svg>',
    ' onload=x ',
  ]
  let cleaned = 0
  for (let round = 0; round < 600; round++) {
    const mixture = Array.from(
      { length: 1 + random(4) },
      () => pieces[random(round % 2 ? pieces.length : attacks.length)] ?? '',
    ).join('')
    try {
      const { svg } = cleanSvg(drawing(mixture))
      cleaned++
      assert.doesNotMatch(svg, mayNotStay, mixture)
      assert.equal(cleanSvg(svg).svg, svg)
      assert.ok(parseXml(svg).root instanceof XmlElement)
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error
    }
  }
  assert.ok(cleaned > 300, `${cleaned}`)
})

test('entities and document types that declare something are refused', () => {
  refused('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>', 'svg-unsafe')
  refused('<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', 'svg-unsafe')
  refused('<!doctype svg [<!ENTITY % x SYSTEM "https://evil.test/x.dtd"> %x;]><svg/>', 'svg-unsafe')
  refused('<svg>&undeclared;</svg>', 'svg-unreadable')
})

test('what is no well-formed SVG is refused', () => {
  for (const text of [
    '',
    'x',
    '<svg',
    '<svg><g></svg>',
    '<html/>',
    '<svg a="1" a="2"/>',
    '<svg/><svg/>',
    '<x:svg xmlns:x="http://www.w3.org/2000/svg"/>',
    '<!DOCTYPE svg',
  ])
    refused(text, 'svg-unreadable')
})

test('what is heavy, deep, crowded or draws itself without end is refused quickly', () => {
  const begin = performance.now()
  refused(drawing(' '.repeat(1_000_001)), 'too-heavy')
  refused(drawing('<g>'.repeat(100) + '</g>'.repeat(100)), 'svg-too-complex')
  refused(drawing('<g>'.repeat(100_000) + '</g>'.repeat(100_000)), 'svg-too-complex')
  refused(drawing('<g/>'.repeat(20_001)), 'svg-too-complex')
  const laughs = Array.from({ length: 9 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join(
    '',
  )
  refused(drawing(`<path id="l0" d="M0 0"/>${laughs}`), 'svg-too-complex')
  refused(drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), 'svg-too-complex')
  refused(drawing('<pattern id="p"><rect fill="url(#p)"/></pattern>'), 'svg-too-complex')
  cleanSvg(drawing(`<image href="data:image/png;base64,${' '.repeat(900_000)}!"/>`))
  refused('<!DOCTYPE '.repeat(90_000), 'svg-unreadable')
  cleanSvg(drawing(`<style>${'url( '.repeat(150_000)}</style>`))
  assert.ok(performance.now() - begin < 5_000)
})
