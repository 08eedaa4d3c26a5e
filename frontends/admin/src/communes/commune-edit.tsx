import { type CommuneView, communeInput } from '@pmq/contracts/content'
import { LinkBase, useRecordContext } from 'react-admin'
import type { ComparedField } from '../conflicts/index.ts'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { PageHead, StoredRecord } from '../layout/index.ts'
import { PublicLink } from '../sites/index.ts'
import { CommuneInputs } from './commune-inputs.tsx'

const fields: readonly ComparedField[] = [
  { source: 'name', as: 'words' },
  { source: 'slug', as: 'words' },
  { source: 'description', as: 'words' },
  { source: 'postalCodes', as: 'words' },
  { source: 'population', as: 'choice' },
  { source: 'populationYear', as: 'choice' },
  { source: 'memberships', as: 'words' },
]

export const CommuneEdit = () => {
  const save = useSaveOver('communes')
  return (
    <StoredRecord resource="communes" action="edit" title="Modifier la commune">
      {(record) => (
        <KeptForm
          key={record.id}
          resource="communes"
          schema={communeInput}
          record={record}
          save={save}
          fields={fields}
          head={<CommuneHead />}
        >
          <CommuneForm />
        </KeptForm>
      )}
    </StoredRecord>
  )
}

const CommuneHead = () => {
  const commune = useRecordContext<CommuneView>()
  if (!commune) return null
  return (
    <PageHead
      title="Modifier la commune"
      trail={<LinkBase to="/communes">Communes</LinkBase>}
      actions={<PublicLink site="portal" path={commune.path} />}
    />
  )
}

const CommuneForm = () => {
  const commune = useRecordContext<CommuneView>()
  if (!commune) return null
  return (
    <>
      <CommuneInputs />
      <FormFoot saveLabel="Enregistrer et mettre en ligne" makesPublic />
    </>
  )
}
