import { NumberInput, SelectInput, TextInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { SlugInput, TitleInput } from '../articles/slug-input.tsx'
import { CheckInput } from '../editing/index.ts'
import { useSites } from '../sites/index.ts'
import { SectionSelect } from './section-select.tsx'
import { useSections } from './use-sections.ts'

const contents = [
  { id: 'contents', name: 'Rien d’autre' },
  { id: 'news', name: 'Toutes les actualités du site' },
  { id: 'chantiers', name: 'Les chantiers' },
  { id: 'communes', name: 'Les communes' },
]

/** @param id of the section that is edited; none for a new one */
export const SectionInputs = ({ id }: { id?: string }) => {
  const sites = useSites()
  const { setValue } = useFormContext()
  const site = useWatch({ name: 'site' })
  const parent = useWatch({ name: 'parent' })
  const above = useSections(site).find((section) => section.id === parent)?.path ?? ''
  return (
    <div className="two-columns">
      <div className="column">
        <TitleInput follows={!id} />
        <SlugInput before={above} proposed={!id} />
        <TextInput source="menuTitle" helperText={'Plus court, pour le menu. Vide\u00a0: le titre.'} />
        <TextInput source="summary" multiline minRows={3} helperText="Ce qu’on trouve ici, en une ou deux phrases." />
      </div>
      <div className="column side">
        <section className="box">
          <h2>Place dans l’arbre</h2>
          <SelectInput
            source="site"
            isRequired
            choices={sites}
            readOnly={Boolean(id)}
            helperText={id ? 'Une rubrique ne change pas de site.' : false}
            onChange={() => setValue('parent', '', { shouldDirty: true })}
          />
          <SectionSelect source="parent" except={id} emptyText="Tout en haut" helperText={false} />
          <SelectInput source="shows" choices={contents} helperText="Ce que sa page montre en plus de ses contenus." />
          <NumberInput
            source="position"
            min={0}
            max={9999}
            step={1}
            helperText="Les plus petits nombres viennent d’abord."
          />
          <CheckInput source="inMenu" />
          <CheckInput source="inFooter" />
        </section>
        {id && (
          <p className="note water">
            Si l’adresse change, l’ancienne continue de mener ici, pour la rubrique et pour ce qu’elle contient.
          </p>
        )}
      </div>
    </div>
  )
}
