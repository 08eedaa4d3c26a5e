import type { ReactNode } from 'react'

type Props = {
  title: string
  /** A sentence under the title. */
  lead?: ReactNode
  /** The way back, above the title. */
  trail?: ReactNode
  actions?: ReactNode
}

/** The one h1 of a page, and the title of its window. */
export const PageHead = ({ title, lead, trail, actions }: Props) => (
  <div className="page-head">
    <title>{`${title} – Bureau du Pays`}</title>
    <div>
      {trail && <p className="trail">{trail}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
    </div>
    {actions && <div className="actions">{actions}</div>}
  </div>
)
