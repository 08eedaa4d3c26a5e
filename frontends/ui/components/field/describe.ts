export const helpIdOf = (id: string) => `${id}-aide`
export const errorIdOf = (id: string) => `${id}-erreur`
export const counterIdOf = (id: string) => `${id}-compte`

type Told = { help?: string | undefined; error?: string | undefined; counter?: boolean | undefined }

/** The ids of what explains a field, in the order in which one reads it; `undefined` when nothing does. */
export function describedBy(id: string, { help, error, counter }: Told): string | undefined {
  const ids = [help && helpIdOf(id), error && errorIdOf(id), counter && counterIdOf(id)].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What every control says of itself: the errors that it has, and who tells of them. */
export const stateOf = (id: string, told: Told) => ({
  'aria-describedby': describedBy(id, told),
  'aria-invalid': told.error ? ('true' as const) : undefined,
})
