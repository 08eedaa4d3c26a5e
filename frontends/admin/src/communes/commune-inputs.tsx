import type { CommuneView } from '@pmq/contracts/content'
import {
  ArrayInput,
  DateInput,
  NumberInput,
  SimpleFormIterator,
  TextArrayInput,
  TextInput,
  useRecordContext,
} from 'react-admin'
import { SlugInput } from '../articles/slug-input.tsx'

export const CommuneInputs = () => (
  <div className="two-columns">
    <div className="column">
      <TextInput source="name" isRequired className="big" helperText={false} />
      <SlugInput before="/communes" />
      <TextInput source="description" multiline minRows={5} helperText="Ce qui fait la commune, en quelques phrases." />
      <ArrayInput source="memberships" helperText={false}>
        <SimpleFormIterator inline disableClear className="memberships">
          <TextInput source="epciName" isRequired helperText={false} />
          <TextInput source="epci" isRequired helperText={false} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
          <DateInput source="from" helperText="Vide : depuis toujours" />
          <DateInput source="until" helperText="Vide : jusqu’à aujourd’hui" />
        </SimpleFormIterator>
      </ArrayInput>
    </div>
    <div className="column side">
      <section className="box">
        <h2>Chiffres et codes</h2>
        <TextArrayInput source="postalCodes" helperText="Entrée après chaque code." />
        <NumberInput source="population" isRequired min={0} step={1} helperText={false} />
        <NumberInput source="populationYear" min={1990} max={2100} step={1} helperText="Année du recensement." />
        <Codes />
      </section>
    </div>
  </div>
)

/** Codes given by INSEE are not ours to edit. */
const Codes = () => {
  const commune = useRecordContext<CommuneView>()
  if (!commune) return null
  return (
    <dl className="facts">
      <dt>Code INSEE</dt>
      <dd>{commune.id}</dd>
      <dt>SIREN</dt>
      <dd>{commune.siren}</dd>
      <dt>Département</dt>
      <dd>{commune.department}</dd>
      <dt>Aujourd’hui dans</dt>
      <dd>{commune.epci?.name ?? 'aucune des trois communautés'}</dd>
    </dl>
  )
}
