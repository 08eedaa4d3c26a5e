import { type ChantierView, chantierInput } from '@pmq/contracts/content'
import { LinkBase, useRecordContext } from 'react-admin'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { PageHead, StoredRecord } from '../layout/index.ts'
import { PublicLink } from '../sites/index.ts'
import { ChantierInputs } from './chantier-inputs.tsx'
import { useComparedFields } from './use-compared-fields.ts'

export const ChantierEdit = () => {
  const save = useSaveOver('chantiers')
  const fields = useComparedFields()
  return (
    <StoredRecord resource="chantiers" action="edit" title="Modifier le chantier">
      {(record) => (
        <KeptForm
          key={record.id}
          resource="chantiers"
          schema={chantierInput}
          record={record}
          save={save}
          fields={fields}
          head={<ChantierHead />}
        >
          <ChantierForm />
        </KeptForm>
      )}
    </StoredRecord>
  )
}

const ChantierHead = () => {
  const chantier = useRecordContext<ChantierView>()
  if (!chantier) return null
  return (
    <PageHead
      title="Modifier le chantier"
      trail={<LinkBase to="/chantiers">Chantiers</LinkBase>}
      actions={<PublicLink site="portal" path={chantier.path} />}
    />
  )
}

const ChantierForm = () => {
  const chantier = useRecordContext<ChantierView>()
  if (!chantier) return null
  return (
    <>
      <ChantierInputs />
      <FormFoot saveLabel="Enregistrer et mettre en ligne" makesPublic />
    </>
  )
}
