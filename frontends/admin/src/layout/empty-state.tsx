import type { ReactNode } from 'react'
import footpath from './prints/footpath.svg'
import otter from './prints/otter.svg'
import strawHat from './prints/straw-hat.svg'

/** Covers of `@pmq/ui/prints/covers`, kept as files: nothing here draws. */
const prints = { footpath, otter, strawHat }

type Props = { print: keyof typeof prints; title: string; children?: ReactNode }

/** Where there is nothing, a print, one sentence, and the way on. */
export const EmptyState = ({ print, title, children }: Props) => (
  <div className="empty">
    <img className="empty-print" src={prints[print]} alt="" width="400" height="300" />
    <div role="status">
      <h2>{title}</h2>
      {children}
    </div>
  </div>
)
