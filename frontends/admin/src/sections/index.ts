export { sectionResource } from './section-resource.ts'
export { SectionSelect } from './section-select.tsx'
export { useSections } from './use-sections.ts'
