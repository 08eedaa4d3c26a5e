export const fonts = {
  display: '"Bricolage Grotesque", "Bricolage stand-in", "Arial Narrow", sans-serif',
  text: '"Atkinson Hyperlegible Next", "Atkinson stand-in", Verdana, sans-serif',
}

/** Fluid sizes: they grow with the sheet, and with the reader's own text size. Nothing is smaller than `note` (15 px). */
export const sizes = {
  note: '0.9375rem',
  small: '1rem',
  text: '1.1875rem',
  lead: 'clamp(1.25rem, 1.14rem + 0.5vw, 1.5rem)',
  h4: 'clamp(1.25rem, 1.2rem + 0.2vw, 1.4rem)',
  h3: 'clamp(1.4rem, 1.27rem + 0.6vw, 1.85rem)',
  h2: 'clamp(1.9rem, 1.45rem + 2vw, 3.25rem)',
  h1: 'clamp(2.5rem, 1.6rem + 4vw, 5rem)',
  giant: 'clamp(2.9rem, 1.5rem + 6.2vw, 6.75rem)',
  figure: 'clamp(2.5rem, 2rem + 2vw, 4rem)',
}

/** Line heights, in parts of the text's size. */
export const leadings = { giant: '0.92', title: '1.04', label: '1.25', text: '1.55' }

/** Letter spacing: the larger the title, the tighter. */
export const trackings = { giant: '-0.035em', title: '-0.02em' }

/** A− / A / A+ / A++: `data-text` on the root; multiplies the text size that the reader's browser already has. */
export const textSteps = { '-1': '90%', 0: '100%', 1: '118%', 2: '140%' }

export const spaces = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2rem',
  7: 'clamp(2rem, 1.4rem + 2.6vw, 3.5rem)',
  8: 'clamp(3rem, 2rem + 4.4vw, 6rem)',
}

export const measures = {
  /** 62 to 68 characters of reading text. */
  text: '39rem',
  sheet: '86rem',
  gutter: 'clamp(1rem, 4.4vw, 4rem)',
}

/** Controls: least size of what a finger presses, the lines around them, the outline of the focus. */
export const controls = {
  target: '2.75rem',
  stroke: '2px',
  'stroke-strong': '3px',
  'stroke-bar': '0.5rem',
  'focus-width': '3px',
  'focus-offset': '3px',
}

/** Knife-cut outlines of a plate: straight cuts, never quite parallel. Put them on a `::before`, so that they do not cut the focus. */
export const cuts = {
  a: 'polygon(0 3px, 34% 0, 71% 2px, 100% 0, calc(100% - 2px) 46%, 100% calc(100% - 3px), 62% 100%, 27% calc(100% - 2px), 2px 100%, 1px 52%)',
  b: 'polygon(2px 0, 42% 3px, 100% 1px, 100% 38%, calc(100% - 3px) 100%, 55% calc(100% - 3px), 18% 100%, 0 calc(100% - 1px), 3px 61%)',
  /** Flatter, for what is seen all day: buttons of the office, small plates. */
  s: 'polygon(0 2px, 34% 0, 71% 1px, 100% 0, calc(100% - 2px) 46%, 100% calc(100% - 2px), 62% 100%, 27% calc(100% - 1px), 1px 100%, 1px 52%)',
  /** A slanted stamp: tags, dates, step numbers. */
  tag: 'polygon(3px 0, 100% 2px, calc(100% - 3px) 100%, 0 calc(100% - 2px))',
  /** A band of the page, its lower or its upper edge cut; give it 10 px more padding on that side. */
  'band-end':
    'polygon(0 0, 100% 0, 100% calc(100% - 2px), 83% calc(100% - 9px), 66% 100%, 47% calc(100% - 7px), 29% calc(100% - 1px), 12% calc(100% - 10px), 0 calc(100% - 3px))',
  'band-start': 'polygon(0 4px, 14% 10px, 31% 1px, 52% 8px, 68% 0, 86% 9px, 100% 2px, 100% 100%, 0 100%)',
}

/** Durations; all are zero for those who ask for less motion. */
export const durations = { quick: '120ms', calm: '240ms', slow: '600ms' }

/** As a gouge moves: in at once, out slowly. */
export const easings = { cut: 'cubic-bezier(0.2, 0.8, 0.2, 1)', draw: 'cubic-bezier(0.6, 0, 0.2, 1)' }

/** What lies over what. A `dialog` and a `popover` lie over all of them, in the browser's top layer. */
export const layers = { raised: '1', sticky: '10', menu: '20', toast: '30', skip: '40' }

/**
 * Widths at which a composition changes, for `@media (min-width: …)`: CSS does not take variables there, so write the number.
 * In rem of the browser's own text size, so that a reader's zoom counts; the A+ of the page does not change them.
 */
export const breakpoints = {
  /** 480 px: two short columns, buttons side by side. */
  phone: '30rem',
  /** 768 px: plates in twos, tables without scrolling. */
  tablet: '48rem',
  /** 992 px: the menu in one line, text with a margin. */
  desk: '62rem',
  /** 1376 px: the sheet does not grow any more. */
  wide: '86rem',
}
