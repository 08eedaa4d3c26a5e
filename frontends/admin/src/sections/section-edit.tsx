import { type SectionView, sectionInput } from '@pmq/contracts/content'
import { LinkBase, useDelete, useNotify, useRecordContext, useRedirect } from 'react-admin'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { ConfirmButton, PageHead, StoredRecord } from '../layout/index.ts'
import { PublicLink } from '../sites/index.ts'
import { SectionInputs } from './section-inputs.tsx'
import { useComparedFields } from './use-compared-fields.ts'

export const SectionEdit = () => {
  const save = useSaveOver('sections')
  const fields = useComparedFields()
  return (
    <StoredRecord resource="sections" action="edit" title="Modifier la rubrique">
      {(record) => (
        <KeptForm
          key={record.id}
          resource="sections"
          schema={sectionInput}
          record={record}
          save={save}
          fields={fields}
          head={<SectionHead />}
        >
          <SectionForm />
        </KeptForm>
      )}
    </StoredRecord>
  )
}

const SectionHead = () => {
  const section = useRecordContext<SectionView>()
  if (!section) return null
  return (
    <PageHead
      title="Modifier la rubrique"
      trail={<LinkBase to="/sections">Rubriques</LinkBase>}
      actions={<PublicLink site={section.site} path={section.path} />}
    />
  )
}

const SectionForm = () => {
  const section = useRecordContext<SectionView>()
  if (!section) return null
  return (
    <>
      <SectionInputs id={section.id} />
      <FormFoot saveLabel="Enregistrer et mettre en ligne" makesPublic>
        <DeleteSectionButton />
      </FormFoot>
    </>
  )
}

const DeleteSectionButton = () => {
  const section = useRecordContext<SectionView>()
  const notify = useNotify()
  const redirect = useRedirect()
  const [remove, { isPending }] = useDelete()
  if (!section) return null
  return (
    <ConfirmButton
      variant="text"
      color="error"
      disabled={isPending}
      question={`Supprimer la rubrique «\u202f${section.title}\u202f»\u202f?`}
      consequence="Elle disparaît du menu et du plan du site. Seule une rubrique vide peut être supprimée."
      verb="Supprimer"
      onConfirm={() =>
        remove(
          'sections',
          { id: section.id, previousData: section },
          {
            onSuccess() {
              notify('La rubrique est supprimée.', { type: 'info' })
              redirect('list', 'sections')
            },
            onError: (error) =>
              notify(error instanceof Error ? error.message : '', { type: 'error', autoHideDuration: 10_000 }),
          },
        )
      }
    >
      Supprimer
    </ConfirmButton>
  )
}
