import { lazy } from 'react'

/** The editor is the heaviest part of the office: only forms fetch it. */
export const RichTextInput = lazy(() => import('./rich-text-input.tsx'))
export { RichTextView } from './rich-text-view.tsx'
