import { TextInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { proposeSlug } from './propose-slug.ts'

/** The beginning of the page's address, and its last part, which one may change. `proposed`: it follows the title. */
export const SlugInput = ({ before, proposed = false }: { before: string; proposed?: boolean }) => (
  <TextInput
    source="slug"
    isRequired
    helperText={proposed ? 'Proposée d’après le titre tant que vous n’y touchez pas.' : false}
    slotProps={{ input: { startAdornment: <span className="adornment">{before}/</span> } }}
  />
)

/**
 * The title; while the address is the one it proposes (or none), the address follows. `follows` is off for a text that is
 * already stored: its address may be known outside.
 */
export const TitleInput = ({ follows }: { follows: boolean }) => {
  const { getValues, setValue } = useFormContext()
  const title = useWatch({ name: 'title' })
  const propose = (event: unknown) => {
    const typed = (event as { target?: { value?: string } }).target?.value ?? ''
    const slug = getValues('slug') ?? ''
    if (follows && (slug === '' || slug === proposeSlug(String(title ?? ''))))
      setValue('slug', proposeSlug(typed), { shouldDirty: true })
  }
  return <TextInput source="title" isRequired className="big" onChange={propose} helperText={false} />
}
