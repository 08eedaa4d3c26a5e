import { NumberInput, SelectInput, TextInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { SlugInput } from '../articles/slug-input.tsx'
import { SummaryInput } from '../articles/summary-input.tsx'
import { LinesInput, RowsInput } from '../editing/index.ts'
import { RichTextInput } from '../rich-text/index.ts'
import { useAxes } from './use-axes.ts'

/** A fiche chantier, in the order in which it is read. */
export const ChantierInputs = () => (
  <div className="two-columns">
    <div className="column">
      <TextInput source="title" isRequired className="big" helperText={false} />
      <SlugInput before="/chantiers" />
      <SummaryInput />
      <TextInput source="ambition" multiline minRows={3} helperText="Ce que le chantier veut changer." />
      <LinesInput source="objectives" helperText="Un objectif par ligne." />
      <RichTextInput source="description" />
      <TextInput source="means" multiline minRows={3} helperText={false} />
      <TextInput source="calendar" multiline minRows={3} helperText={false} />
      <TextInput source="partners" multiline minRows={2} helperText={false} />
      <TextInput
        source="contacts"
        multiline
        minRows={2}
        helperText="Un service ou une mission, avec son adresse de travail."
      />
      <TextInput source="followUp" multiline minRows={3} helperText={false} />
      <RowsInput source="indicators" addLabel="Ajouter un indicateur" className="indicators">
        <TextInput source="label" isRequired helperText={false} />
        <TextInput source="value" helperText={false} />
        <TextInput source="unit" helperText={false} />
        <NumberInput source="year" step={1} min={1990} max={2100} format={plainYear} helperText={false} />
      </RowsInput>
    </div>
    <div className="column side">
      <section className="box">
        <h2>Place dans le projet</h2>
        <NumberInput source="number" isRequired min={1} max={99} step={1} helperText={false} />
        <AxisAndOrientation />
      </section>
    </div>
  </div>
)

const plainYear = (year: number | null) => year ?? ''

/** An orientation is of one axis. */
const AxisAndOrientation = () => {
  const axes = useAxes()
  const { setValue } = useFormContext()
  const chosen = useWatch({ name: 'axis' })
  const orientations = axes.find(({ id }) => id === chosen)?.orientations ?? []
  return (
    <>
      <SelectInput
        source="axis"
        isRequired
        choices={axes}
        optionText="title"
        helperText={false}
        onChange={() => setValue('orientation', '', { shouldDirty: true })}
      />
      <SelectInput source="orientation" isRequired choices={orientations} optionText="title" helperText={false} />
    </>
  )
}
