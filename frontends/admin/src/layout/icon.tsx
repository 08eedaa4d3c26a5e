/** Pictograms cut with straight strokes in a square of 20 (look-lino); always beside a word, or inside something named. */
const paths = {
  find: 'M8.5 2a6.5 6.5 0 1 0 3.9 11.7l4.4 4.5 1.6-1.7-4.4-4.4A6.5 6.5 0 0 0 8.5 2zm0 2.3a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4z',
  close: 'M3 5.1L5.1 3 10 7.9 14.9 3 17 5.2 12.2 10 17 14.8 14.8 17 10 12.2 5.2 17 3 14.8 7.8 10z',
  plus: 'M8.6 2.4l2.7.2.1 6 6.1.1-.1 2.6-6.1.1.1 6.2-2.7-.1V11.4l-6.2-.1.1-2.6 6.1-.1z',
  bullets:
    'M2 4l2.8-.2.1 2.7-2.9.1zM7 4h11v2.3H7zM2 8.8l2.9.1-.1 2.6-2.8.1zM7 9h11v2.2H7zM2.1 13.8l2.7-.1.1 2.7-2.9.1zM7 14h11v2.2H7z',
  numbers:
    'M3 2.8l1.8-.4v5H3.2V4.3zM7 4h11v2.3H7zM2 9h3v3.6L3.9 14H5v1.3H2v-1.5l1.5-2.2V10.4H2zM7 9.6h11v2.2H7zM7 14.6h11v2.2H7z',
  quote:
    'M2 11c0-4 1.8-6.6 5.2-7.6l.8 1.8C6.1 6 5.3 7.2 5.3 9H8v7H2zM11 11c0-4 1.8-6.6 5.2-7.6l.8 1.8c-1.9.8-2.7 2-2.7 3.8H17v7h-6z',
  link: 'M8 13.5l-1.8 1.7a2.1 2.1 0 0 1-3-3L6.5 9a2.1 2.1 0 0 1 3 0l1.5-1.5a4.2 4.2 0 0 0-6 0L1.7 10.7a4.2 4.2 0 0 0 6 6l2-2zM12 6.5l1.8-1.7a2.1 2.1 0 0 1 3 3L13.5 11a2.1 2.1 0 0 1-3 0L9 12.5a4.2 4.2 0 0 0 6 0l3.3-3.2a4.2 4.2 0 0 0-6-6l-2 2z',
  rule: 'M2 9l16 .2v2L2 11z',
  table: 'M1.5 3h17v14h-17zM3.5 7.5v2.6H9V7.5zM11 7.5v2.6h5.5V7.5zM3.5 12v3H9v-3zM11 12v3h5.5v-3z',
  undo: 'M7.5 2.5L2 7.6l5.5 5 .1-3.4c5.2-.3 8 1.3 9.4 6.8 1.5-7.3-2-11.2-9.5-11z',
  redo: 'M12.5 2.5L18 7.6l-5.5 5-.1-3.4c-5.2-.3-8 1.3-9.4 6.8C1.5 8.7 5 4.8 12.5 5z',
  outside: 'M3 4h6v2.2H5.2v8.6h8.6V11H16v6H3zM11 3h6.5v6.5l-2.3-2.2-5 5-1.6-1.6 5-5z',
}

export type IconName = keyof typeof paths

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
