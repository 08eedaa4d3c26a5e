import { Checkbox, FormControlLabel } from '@mui/material'
import { FieldTitle, useInput } from 'react-admin'

/** Yes or no, as a box to tick. */
export const CheckInput = ({ source }: { source: string }) => {
  const {
    field: { value, ref, ...field },
    id,
  } = useInput({ source })
  return (
    <FormControlLabel
      className={`ra-input ra-input-${source}`}
      htmlFor={id}
      label={<FieldTitle source={source} />}
      control={<Checkbox {...field} id={id} checked={Boolean(value)} slotProps={{ input: { ref } }} />}
    />
  )
}
