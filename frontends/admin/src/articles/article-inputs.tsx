import { NumberInput, SelectInput, TextArrayInput, TextInput, useGetList } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { RichTextInput } from '../rich-text/index.ts'
import { SectionSelect, useSections } from '../sections/index.ts'
import { useSites } from '../sites/index.ts'
import { kinds } from './kinds.ts'
import { SlugInput, TitleInput } from './slug-input.tsx'
import { SummaryInput } from './summary-input.tsx'

/** The text of an article. `isNew`: nothing is stored yet. */
export const ArticleText = ({ isNew }: { isNew: boolean }) => {
  const section = useWatch({ name: 'section' })
  const site = useWatch({ name: 'site' })
  const path = useSections(site).find(({ id }) => id === section)?.path ?? '…'
  return (
    <>
      <TitleInput follows={isNew} />
      <SlugInput before={path} proposed={isNew} />
      <SummaryInput />
      <RichTextInput source="body" />
    </>
  )
}

/** Where it stands, what it is about. */
export const ArticleFiling = ({ isNew }: { isNew: boolean }) => {
  const sites = useSites()
  const { setValue } = useFormContext()
  return (
    <section className="box">
      <h2>Classement</h2>
      <SelectInput
        source="site"
        isRequired
        choices={sites}
        readOnly={!isNew}
        helperText={isNew ? false : 'Un article ne change pas de site.'}
        onChange={() => setValue('section', '', { shouldDirty: true })}
      />
      <SectionSelect source="section" isRequired helperText={false} />
      <SelectInput
        source="kind"
        isRequired
        choices={kinds}
        helperText={'Un article est daté et s’archive\u202f; une page reste dans sa rubrique.'}
      />
      <PageRank />
      <ChantierSelect />
      <TextArrayInput source="tags" helperText="Entrée ou virgule après chaque mot." />
      <TextInput source="author" helperText={'Une équipe, une mission. Rien\u00a0: pas de signature.'} />
    </section>
  )
}

/** Pages have a place among those of their section; news are in the order of their dates. */
const PageRank = () =>
  useWatch({ name: 'kind' }) === 'page' ? (
    <NumberInput source="position" min={0} max={9999} step={1} helperText="Les plus petits nombres viennent d’abord." />
  ) : null

const ChantierSelect = () => {
  const { data } = useGetList('chantiers', {
    pagination: { page: 1, perPage: 1_000 },
    sort: { field: 'number', order: 'ASC' },
  })
  const choices = (data ?? []).map(({ id, number, title }) => ({ id, name: `${number}. ${title}` }))
  return <SelectInput source="chantier" choices={choices} helperText={false} emptyText="Aucun" />
}
