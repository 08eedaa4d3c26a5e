import { TextField } from '@mui/material'
import { FieldTitle, InputHelperText, useInput } from 'react-admin'

type Props = { source: string; helperText?: string; minRows?: number }

/** A list of sentences, one a line: quicker to type, to paste and to reorder than a column of small fields. */
export const LinesInput = ({ source, helperText = 'Un par ligne.', minRows = 4 }: Props) => {
  const {
    field: { ref, ...field },
    fieldState: { error, invalid },
    id,
  } = useInput({
    source,
    format: (lines: unknown) => (Array.isArray(lines) ? lines.join('\n') : ''),
    parse: (text: string) => (text === '' ? [] : text.split('\n')),
  })
  return (
    <TextField
      {...field}
      id={id}
      inputRef={ref}
      className={`ra-input ra-input-${source}`}
      label={<FieldTitle source={source} />}
      multiline
      minRows={minRows}
      error={invalid}
      helperText={<InputHelperText error={error?.message ?? ''} helperText={helperText} />}
    />
  )
}
