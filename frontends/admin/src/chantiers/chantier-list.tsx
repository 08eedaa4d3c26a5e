import type { ChantierView } from '@pmq/contracts/content'
import { DataTable, FilterLiveForm, LinkBase, SelectInput, TextInput } from 'react-admin'
import { inRow, ListPage } from '../layout/index.ts'
import { sayMomentShort } from '../moments/index.ts'
import { useMay } from '../session/index.ts'
import { useAxes } from './use-axes.ts'

export const ChantierList = () => {
  const mayEdit = useMay('edit', 'chantiers')
  const axes = useAxes()
  const now = new Date()
  return (
    <ListPage
      resource="chantiers"
      title="Chantiers"
      lead="Les fiches du projet de territoire, de ses trois axes et de leurs orientations."
      sort={{ field: 'number', order: 'ASC' }}
      filters={
        <search aria-label="Filtrer les chantiers">
          <FilterLiveForm>
            <div className="filters">
              <TextInput source="q" label="Titre ou texte" helperText={false} type="search" />
              <SelectInput source="axis" choices={axes} optionText="title" helperText={false} emptyText="Tous" />
            </div>
          </FilterLiveForm>
        </search>
      }
    >
      <DataTable rowClick={mayEdit ? 'edit' : false} bulkActionButtons={false}>
        <DataTable.NumberCol source="number" />
        <DataTable.Col<ChantierView>
          source="title"
          render={({ id, title, summary }) => (
            <span className="row-title">
              {mayEdit ? (
                <LinkBase to={`/chantiers/${id}`} onClick={inRow}>
                  {title}
                </LinkBase>
              ) : (
                <strong>{title}</strong>
              )}
              <small>{summary}</small>
            </span>
          )}
        />
        <DataTable.Col<ChantierView>
          source="axis"
          className="less"
          render={({ axis }) => axes.find(({ id }) => id === axis)?.title ?? axis}
        />
        <DataTable.Col<ChantierView>
          source="updatedAt"
          sortByOrder="DESC"
          render={({ updatedAt }) => <span className="nowrap">{sayMomentShort(updatedAt, now)}</span>}
        />
      </DataTable>
    </ListPage>
  )
}
