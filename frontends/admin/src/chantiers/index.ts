import { ChantierEdit } from './chantier-edit.tsx'
import { ChantierList } from './chantier-list.tsx'

export const chantierResource = {
  name: 'chantiers',
  list: ChantierList,
  edit: ChantierEdit,
  recordRepresentation: 'title',
}
