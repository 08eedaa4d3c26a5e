import { ArchiveRefused, type Compared, type Imported, type Manifest, type RefusalCode } from '@pmq/platform/archive'
import { startProblemOf } from '../start/start-problem.ts'

const storeNames = { documents: 'documents', events: 'événements', objects: 'objets', users: 'utilisateurs' } as const

const refusals: Record<RefusalCode, string> = {
  incomplete:
    'Ce dossier n’est pas une archive entière\u00a0: son export n’est pas allé jusqu’au bout. Recommencez l’export.',
  altered:
    'L’archive est abîmée\u00a0: rien n’a été importé. Reprenez-la là où elle a été faite, ou refaites l’export.',
  version: 'Cette archive vient d’une autre version de la plateforme. Importez-la avec la version qui l’a écrite.',
  'not-empty':
    'L’installation visée contient déjà des données qui ne viennent pas de cette archive\u00a0: rien n’a été modifié. Importez dans une installation vide, avant de démarrer ses services.',
  moving:
    'Les données ont changé pendant l’export\u00a0: un service écrit encore. Arrêtez tous les services (les moteurs restent en marche), puis recommencez.',
  'too-large':
    'Un objet dépasse 5\u00a0Gio\u00a0: l’export ne sait pas le prendre. Copiez-le à part, supprimez-le, puis recommencez.',
  unknown:
    'L’archive contient un service que cette version de la plateforme n’a pas. Importez-la avec la version qui l’a écrite.',
}

/** What went wrong, for the operator. */
export function problemText(error: unknown, context: { port: number; dataDir: string }): string {
  if (error instanceof ArchiveRefused) return `${refusals[error.code]} (${error.message})`
  const problem = startProblemOf(error, context)
  return problem instanceof Error ? problem.message : String(problem)
}

const plural = (count: number, word: string) => `${count} ${word}${count > 1 ? 's' : ''}`

/** What an export left for the target's consumers to do. */
export const pendingText = ({ pending }: Manifest): string[] =>
  pending.map(
    ({ group, topic, behind }) =>
      `  ${group} n’a pas encore traité ${plural(behind, 'événement')} de ${topic}\u00a0: ce sera fait à l’arrivée.`,
  )

/** A table of lines of columns, aligned; numbers to the right. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          /^\d+$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const comparisonText = (compared: readonly Compared[]): string =>
  table([
    ['', '', 'archive', 'arrivée', ''],
    ...compared.map(({ store, name, archive, target, same }) => [
      storeNames[store],
      name,
      String(archive),
      String(target),
      same ? 'identique' : 'DIFFÉRENT',
    ]),
  ])

export const partsText = ({ parts }: Manifest): string =>
  table([
    ['', '', 'nombre', 'octets'],
    ...parts.map(({ store, name, count, bytes, file }) => [
      storeNames[store],
      name,
      file.endsWith('.bin') ? '' : String(count),
      String(bytes),
    ]),
  ])

/** How an import ended, and whether all is well. */
export function importText({ outcome, manifest, compared, left }: Imported): { text: string; ok: boolean } {
  if (outcome === 'done-before')
    return { ok: true, text: `Cette archive (${manifest.id}) a déjà été importée ici\u00a0: rien n’a été changé.` }
  const ok = compared.every(({ same }) => same)
  const lines = [comparisonText(compared)]
  for (const { count } of left) {
    lines.push(
      `${plural(count, 'utilisateur')} de l’archive ne peuvent pas être ajoutés ici\u00a0: les moteurs embarqués ont leurs comptes de démonstration.`,
    )
  }
  lines.push(
    ok
      ? 'Tout est arrivé. L’index de recherche se construit au premier démarrage du service de recherche.'
      : 'L’arrivée diffère de l’archive. Relancez la même commande\u00a0; si la différence reste, videz l’installation visée et recommencez.',
  )
  return { ok, text: lines.join('\n') }
}
