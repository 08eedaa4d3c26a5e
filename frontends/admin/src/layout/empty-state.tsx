import empty from '@pmq/ui/prints/states/empty.svg'
import lost from '@pmq/ui/prints/states/lost.svg'
import notFound from '@pmq/ui/prints/states/not-found.svg'
import type { ReactNode } from 'react'
import strawHat from './prints/straw-hat.svg'

/** The hat is a cover of `@pmq/ui/prints/covers`, kept as a file: nothing here draws. */
const prints = { empty, lost, notFound, strawHat }

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
