import type { CommuneView } from '@pmq/contracts/content'
import { DateInput, NumberInput, TextArrayInput, TextInput, useRecordContext } from 'react-admin'
import { SlugInput } from '../articles/slug-input.tsx'
import { RowsInput } from '../editing/index.ts'

export const CommuneInputs = () => (
  <div className="two-columns">
    <div className="column">
      <TextInput source="name" isRequired className="big" helperText={false} />
      <SlugInput before="/communes" />
      <TextInput source="description" multiline minRows={5} helperText="Ce qui fait la commune, en quelques phrases." />
      <RowsInput source="memberships" addLabel="Ajouter un rattachement" className="memberships">
        <TextInput source="epciName" isRequired helperText={false} />
        <TextInput source="epci" isRequired helperText={false} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
        <DateInput source="from" helperText={'Vide\u00a0: depuis toujours'} />
        <DateInput source="until" helperText={'Vide\u00a0: jusqu’à aujourd’hui'} />
      </RowsInput>
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
