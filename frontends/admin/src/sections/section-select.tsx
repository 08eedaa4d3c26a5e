import { SelectInput, type SelectInputProps, useRecordContext } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { inTreeOrder, withoutBranch } from './tree.ts'
import { useSections } from './use-sections.ts'

type Props = Omit<SelectInputProps, 'choices'> & {
  /** This section and those below it are not offered. */
  except?: string | undefined
}

/** The sections of the site chosen in the same form, as a tree. */
export const SectionSelect = ({ except, ...props }: Props) => {
  const site = useWatch({ name: 'site' }) as string | undefined
  const sections = useSections(site)
  const offered = except ? withoutBranch(sections, except) : sections
  const choices = site ? inTreeOrder(offered.filter((section) => section.site === site)) : []
  return <SelectInput {...props} choices={choices} optionText={<SectionOption />} disabled={props.disabled || !site} />
}

const SectionOption = () => {
  const section = useRecordContext<{ title: string; level: number }>()
  if (!section) return null
  return <span className={`section-option level-${section.level}`}>{section.title}</span>
}
