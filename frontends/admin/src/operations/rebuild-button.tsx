import { useOfficeData } from '../data/index.ts'
import { ConfirmButton } from '../layout/index.ts'
import { useOperation } from './use-operation.ts'

export const RebuildButton = () => {
  const office = useOfficeData()
  const { run, running } = useOperation()
  return (
    <ConfirmButton
      disabled={running}
      question={'Reconstruire l’index de recherche\u202f?'}
      consequence="Tous les contenus publics sont relus. Cela prend de quelques secondes à quelques minutes, sans interruption."
      verb="Reconstruire"
      onConfirm={async () => {
        await run(() => office.rebuildSearchIndex(), 'L’index de recherche est reconstruit.')
      }}
    >
      {running ? 'Reconstruction en cours…' : 'Reconstruire l’index'}
    </ConfirmButton>
  )
}
