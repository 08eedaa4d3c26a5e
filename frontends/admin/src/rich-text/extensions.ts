import { isSafeHref } from '@pmq/rich-text'
import type { Extensions } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { tableNodes } from './table-nodes.ts'

/** Exactly what the contract of rich texts accepts: whatever else is pasted becomes plain text. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    // It would add an empty paragraph to texts that nobody touched.
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isSafeHref,
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  ...tableNodes,
]
