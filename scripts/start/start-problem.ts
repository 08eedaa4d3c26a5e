import { ConfigError } from '@pmq/platform/config'

/** Something that the person who starts the program can mend: shown without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

type Context = { port: number; dataDir: string }
type Thrown = { code?: string; errcode?: number; message: string }

/** What engines throw while they start, and the words for it. */
const known: { is(error: Thrown, context: Context): boolean; say(error: Thrown, context: Context): string }[] = [
  {
    is: ({ code }) => code === 'EADDRINUSE',
    say({ message }, { port }) {
      const taken = /:(\d+)\b(?!.*:\d)/.exec(message)?.[1] ?? String(port)
      return `Le port ${taken} est déjà pris par un autre programme.\nChoisissez-en un autre, par exemple\u00a0: PORT=${port + 100} npm start (Port ${taken} is taken. The other ports follow PORT.)`
    },
  },
  {
    is: ({ code }) => code === 'DATA_TOO_NEW',
    say: ({ message }, { dataDir }) =>
      `Les données de ${dataDir} ont été écrites par une version plus récente de la plateforme.\nInstallez cette version, ou choisissez un autre dossier avec PMQ_DATA. (Data of a newer version: ${message})`,
  },
  {
    is: ({ code }) => code === 'DATA_IN_USE',
    say: ({ message }) =>
      `Un autre programme utilise déjà ces données. Arrêtez-le, puis recommencez. (Data in use: ${message})`,
  },
  {
    is: ({ code, message }) =>
      code === 'DATA_UNREADABLE' || /file is not a database|disk image is malformed/.test(message),
    say: ({ message }, { dataDir }) =>
      `Des données de ${dataDir} sont abîmées\u00a0; rien n’a été modifié.\nRemettez une sauvegarde de ce dossier, ou choisissez-en un autre avec PMQ_DATA. (Damaged data: ${message})`,
  },
  {
    is: ({ code, errcode, message }) =>
      code === 'ENOSPC' || code === 'EDQUOT' || errcode === 13 || /disk is full|no space left/i.test(message),
    say: (_error, { dataDir }) =>
      `Le disque est plein\u00a0: la plateforme ne peut pas écrire dans ${dataDir}.\nLibérez de la place, puis recommencez. Rien n’est perdu. (Disk full.)`,
  },
  {
    is: ({ code, message }, { dataDir }) =>
      (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)$/.test(code ?? '') && message.includes(dataDir)) ||
      /unable to open database file|readonly database/.test(message),
    say: ({ message }, { dataDir }) =>
      `La plateforme ne peut pas écrire dans ${dataDir}.\nDonnez-lui le droit d’y écrire, ou choisissez un autre dossier avec PMQ_DATA. (Cannot write there: ${message})`,
  },
]

/** Puts what is thrown at start into words; what we do not know stays as it is. */
export function startProblemOf(error: unknown, context: Context): unknown {
  if (error instanceof ConfigError) {
    const [, ...problems] = error.message.split('\n')
    return new StartProblem(
      `Des réglages sont à corriger. (These settings are wrong or missing.)\n${problems.join('\n')}`,
    )
  }
  if (!(error instanceof Error) || error instanceof StartProblem) return error
  const words = known.find(({ is }) => is(error, context))?.say(error, context)
  return words === undefined ? error : new StartProblem(words, { cause: error })
}
