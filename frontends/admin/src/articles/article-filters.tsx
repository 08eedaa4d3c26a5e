import { FilterLiveForm, SelectInput, TextInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { SectionSelect } from '../sections/index.ts'
import { useSites } from '../sites/index.ts'
import { kinds } from './kinds.ts'

export const ArticleFilters = () => (
  <search aria-label="Filtrer les articles">
    <FilterLiveForm>
      <div className="filters">
        <TextInput source="q" label="Titre" helperText={false} type="search" />
        <SiteFilter />
        <SectionSelect source="section" helperText={false} emptyText="Toutes" />
        <SelectInput source="kind" choices={kinds} helperText={false} emptyText="Les deux" />
      </div>
    </FilterLiveForm>
  </search>
)

/** A section is of one site: it goes when the site changes. */
const SiteFilter = () => {
  const sites = useSites()
  const { setValue } = useFormContext()
  const section = useWatch({ name: 'section' })
  return (
    <SelectInput
      source="site"
      choices={sites}
      helperText={false}
      emptyText="Tous"
      onChange={() => section && setValue('section', '', { shouldDirty: true })}
    />
  )
}
