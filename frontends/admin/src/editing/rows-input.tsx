import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { ArrayInput, SimpleFormIterator, useSimpleFormIterator, useSimpleFormIteratorItem } from 'react-admin'

type Props = {
  source: string
  /** « Ajouter un indicateur ». */
  addLabel: string
  className?: string
  children: ReactNode
}

/** A list of small groups of fields; its buttons are words, and always there. */
export const RowsInput = ({ source, addLabel, className = '', children }: Props) => (
  <ArrayInput source={source} helperText={false}>
    <SimpleFormIterator
      inline
      disableClear
      disableReordering
      className={`rows ${className}`}
      addButton={<AddButton label={addLabel} />}
      removeButton={<RemoveButton />}
    >
      {children}
    </SimpleFormIterator>
  </ArrayInput>
)

const AddButton = ({ label }: { label: string }) => {
  const { add } = useSimpleFormIterator()
  return <Button onClick={() => add()}>{label}</Button>
}

const RemoveButton = () => {
  const { remove, index } = useSimpleFormIteratorItem()
  return (
    <Button variant="text" color="error" onClick={() => remove()}>
      Retirer<span className="unseen"> la ligne {index + 1}</span>
    </Button>
  )
}
