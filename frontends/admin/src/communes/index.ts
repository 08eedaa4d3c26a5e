import { CommuneEdit } from './commune-edit.tsx'
import { CommuneList } from './commune-list.tsx'

export const communeResource = {
  name: 'communes',
  list: CommuneList,
  edit: CommuneEdit,
  recordRepresentation: 'name',
}
