import { TextInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { proposeSlug } from './propose-slug.ts'

/** The beginning of the page's address, and its last part, which one may change. */
export const SlugInput = ({ before }: { before: string }) => (
  <TextInput
    source="slug"
    isRequired
    helperText="La fin de l’adresse. Proposée d’après le titre tant que vous n’y touchez pas."
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
