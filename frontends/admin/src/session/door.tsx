import mark from '@pmq/ui/marks/portal.svg'
import hero from '@pmq/ui/prints/heroes/portal.svg'
import type { ReactNode } from 'react'

/** A page outside the office: the print on one side, a few words on the other. */
export const Door = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="door">
    <title>{`${title} – Bureau du Pays`}</title>
    <div className="print">
      <img src={hero} alt="" />
    </div>
    <main>
      <p className="mark">
        <img src={mark} alt="" width="72" height="72" />
        <span>
          Pays
          <br />
          Midi-Quercy
        </span>
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  </div>
)
