const files = import.meta.glob<string>('../../../ui/marks/*.svg', { eager: true, query: '?url', import: 'default' })

/** Every mark of `@pmq/ui/marks`, by its name. */
export const marks = Object.fromEntries(
  Object.entries(files).map(([file, src]) => [file.split('/').at(-1)?.replace('.svg', '') ?? '', src]),
)
