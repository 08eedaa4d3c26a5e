// `npm run import -- KIND …`: brings data in. Each kind is a file of its own.
import { importArchiveCommand } from './archive/import-command.ts'

type Kind = { usage: string; run(args: string[]): Promise<number> }

const kinds: Record<string, Kind> = {
  archive: {
    usage: 'archive DOSSIER    une archive de npm run export, dans une installation vide',
    run: importArchiveCommand,
  },
}

const [name = '', ...args] = process.argv.slice(2)
const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
if (kind) process.exitCode = await kind.run(args)
else {
  const usages = Object.values(kinds).map(({ usage }) => `  npm run import -- ${usage}`)
  console.error(
    [name ? `Je ne sais pas importer «\u202f${name}\u202f».` : 'Dites quoi importer.', ...usages].join('\n'),
  )
  process.exitCode = 1
}
