import { SectionCreate } from './section-create.tsx'
import { SectionEdit } from './section-edit.tsx'
import { SectionList } from './section-list.tsx'

export const sectionResource = {
  name: 'sections',
  list: SectionList,
  create: SectionCreate,
  edit: SectionEdit,
  recordRepresentation: 'title',
}
