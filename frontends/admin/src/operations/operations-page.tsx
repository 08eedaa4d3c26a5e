import { OnlyFor, PageHead } from '../layout/index.ts'
import { DeadLetterList } from './dead-letter-list.tsx'
import { EngineList } from './engine-list.tsx'
import { RebuildButton } from './rebuild-button.tsx'
import './operations.css'

/** For administrators: how the machines are, what could not be digested, what can be rebuilt. */
export const OperationsPage = () => (
  <OnlyFor resource="exploitation" action="list">
    <PageHead
      title="Exploitation"
      lead="L’état des moteurs de la plateforme, et les événements qui n’ont pas pu être traités."
    />
    <EngineList />
    <DeadLetterList />
    <section className="box">
      <h2>Index de recherche</h2>
      <p>
        L’index se met à jour seul. Le reconstruire relit tout ce qui est public&#8239;; la recherche continue de
        répondre pendant ce temps.
      </p>
      <div className="actions">
        <RebuildButton />
      </div>
    </section>
  </OnlyFor>
)
