import type { CommuneView, EpciView } from '@pmq/contracts/content'
import { DataTable, FilterLiveForm, LinkBase, SelectInput, TextInput, useGetList } from 'react-admin'
import { inRow, ListPage } from '../layout/index.ts'
import { useMay } from '../session/index.ts'

export const CommuneList = () => {
  const mayEdit = useMay('edit', 'communes')
  return (
    <ListPage
      resource="communes"
      title="Communes"
      lead="Noms, codes, populations et rattachements, tels qu’ils paraissent sur les sites."
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
      filters={<CommuneFilters />}
    >
      <DataTable rowClick={mayEdit ? 'edit' : false} bulkActionButtons={false}>
        <DataTable.Col<CommuneView>
          source="name"
          render={({ id, name }) =>
            mayEdit ? (
              <LinkBase className="strong" to={`/communes/${id}`} onClick={inRow}>
                {name}
              </LinkBase>
            ) : (
              <strong>{name}</strong>
            )
          }
        />
        <DataTable.Col<CommuneView>
          source="epci.name"
          render={({ epci }) => epci?.name ?? <span className="quiet">hors du Pays aujourd’hui</span>}
        />
        <DataTable.Col<CommuneView>
          source="postalCodes"
          disableSort
          render={({ postalCodes }) => postalCodes.join(', ')}
        />
        <DataTable.Col source="id" className="less" />
        <DataTable.NumberCol source="population" options={{ useGrouping: true }} locales="fr-FR" />
      </DataTable>
    </ListPage>
  )
}

const CommuneFilters = () => {
  const { data: epcis } = useGetList<EpciView>('epcis', undefined, { staleTime: 600_000 })
  return (
    <search aria-label="Filtrer les communes">
      <FilterLiveForm>
        <div className="filters">
          <TextInput source="q" label="Nom ou code" helperText={false} type="search" />
          <SelectInput source="epci.id" choices={epcis ?? []} helperText={false} emptyText="Toutes" />
        </div>
      </FilterLiveForm>
    </search>
  )
}
