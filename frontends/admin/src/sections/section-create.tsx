import { sectionInput } from '@pmq/contracts/content'
import { LinkBase, useLocation, useNotify, useRedirect } from 'react-admin'
import { useSaveOver } from '../data/index.ts'
import { FormFoot, KeptForm } from '../editing/index.ts'
import { OnlyFor, PageHead } from '../layout/index.ts'
import { SectionInputs } from './section-inputs.tsx'
import { useComparedFields } from './use-compared-fields.ts'

export const SectionCreate = () => (
  <OnlyFor resource="sections" action="create">
    <NewSection />
  </OnlyFor>
)

const NewSection = () => {
  const save = useSaveOver('sections')
  const fields = useComparedFields()
  const notify = useNotify()
  const redirect = useRedirect()
  const wanted = new URLSearchParams(useLocation().search)
  const defaults = {
    site: wanted.get('site') ?? 'portal',
    parent: wanted.get('parent'),
    position: 100,
    shows: 'contents',
    inMenu: true,
    inFooter: false,
    summary: '',
  }
  return (
    <KeptForm
      resource="sections"
      schema={sectionInput}
      defaults={defaults}
      save={save}
      fields={fields}
      head={<PageHead title="Ajouter une rubrique" trail={<LinkBase to="/sections">Rubriques</LinkBase>} />}
      onCreated={() => {
        notify('La rubrique est ajoutée.', { type: 'success' })
        redirect('list', 'sections')
      }}
    >
      <SectionInputs />
      <FormFoot saveLabel="Ajouter la rubrique" makesPublic />
    </KeptForm>
  )
}
