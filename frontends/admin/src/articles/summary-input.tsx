import { TextInput } from 'react-admin'
import { useWatch } from 'react-hook-form'

/** As the contract has it, and the length that search engines and lists show whole. */
const longest = 300
const comfortable = 180

export const SummaryInput = ({ source = 'summary' }: { source?: string }) => {
  const length = String(useWatch({ name: source }) ?? '').length
  return <TextInput source={source} multiline minRows={2} helperText={<Counter length={length} />} />
}

const Counter = ({ length }: { length: number }) => {
  const said = `${length}\u00a0signe${length > 1 ? 's' : ''} sur ${longest}`
  const advice =
    length > longest ? ', c’est trop long' : length > comfortable ? `, mieux vaut ${comfortable} au plus` : ''
  return <>{`Deux phrases. Elles paraissent dans les listes et dans les moteurs. ${said}${advice}.`}</>
}
