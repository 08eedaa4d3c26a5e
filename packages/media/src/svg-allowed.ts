const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Elements that only draw (SVG 2). Not among them: scripts, foreignObject, links, animations (they can set any attribute), feImage. */
export const allowedElements = words(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image style
  linearGradient radialGradient stop clipPath mask pattern marker filter
  feBlend feColorMatrix feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset`)

/** Their children stay when they go: what a link or a switch contains is drawing. */
export const unwrappedElements = words('a switch')

export const allowedAttributes = words(`
  id class style x y x1 x2 y1 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform
  pathLength rotate textLength lengthAdjust startOffset method spacing side version role aria-label aria-hidden aria-labelledby
  fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width color opacity display visibility overflow clip-path clip-rule mask marker-start marker-mid marker-end
  paint-order vector-effect shape-rendering text-rendering image-rendering color-interpolation color-interpolation-filters
  mix-blend-mode isolation filter flood-color flood-opacity stop-color stop-opacity offset gradientUnits gradientTransform
  spreadMethod clipPathUnits maskUnits maskContentUnits mask-type patternUnits patternContentUnits patternTransform markerUnits
  markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4
  stdDeviation edgeMode font-family font-size font-style font-weight font-variant font-stretch letter-spacing word-spacing
  text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi xml:space
  xml:lang lang`)

const ownReference = /^#[\w.:-]{1,200}$/
const pictureData = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/\s]+={0,2}$/

/** A reference stays inside the file, or is a picture carried in it; another SVG is not, since it would come in uncleaned. */
export function isSafeReference(element: string, value: string): boolean {
  return ownReference.test(value) || (element === 'image' && pictureData.test(value.trim()))
}

/**
 * Presentation values and style sheets that fetch nothing: no at-rules, no address but `url(#part)`, and no escapes or comments,
 * by which a word can be hidden from us and not from a browser (CSS Syntax 3, 4.3.7).
 */
export function isSafeStyle(css: string): boolean {
  if (/[\\@<>]|\/\*|expression|javascript:|-moz-binding|behavior\s*:|image-set|image\s*\(|src\s*\(/i.test(css))
    return false
  return !/url\s*\(/i.test(css.replace(/url\(\s*(["']?)#[\w.:-]{1,200}\1\s*\)/gi, ''))
}
