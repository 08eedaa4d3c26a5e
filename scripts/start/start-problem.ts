/** Something that the person who starts the program can mend: shown without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** Puts what engines throw at start into words; what we do not know stays as it is. */
export function startProblemOf(error: unknown, { port, dataDir }: { port: number; dataDir: string }): unknown {
  const { code, errcode, message = '' } = error as { code?: string; errcode?: number; message?: string }
  if (code === 'EADDRINUSE') {
    const taken = /:(\d+)\b(?!.*:\d)/.exec(message)?.[1] ?? String(port)
    return new StartProblem(
      `Le port ${taken} est déjà pris par un autre programme.\nChoisissez-en un autre, par exemple : PORT=9080 npm start (les autres ports suivent). (Port ${taken} is taken.)`,
    )
  }
  if (code === 'DATA_TOO_NEW') {
    return new StartProblem(
      `Les données de ${dataDir} ont été écrites par une version plus récente de la plateforme.\nInstallez cette version, ou choisissez un autre dossier avec PMQ_DATA. (Data from a newer version: ${message})`,
    )
  }
  if (code === 'ENOSPC' || errcode === 13 || /database or disk is full/i.test(message)) {
    return new StartProblem(
      `Le disque est plein : la plateforme ne peut pas écrire dans ${dataDir}.\nLibérez de la place, puis recommencez. Rien n’est perdu. (Disk full.)`,
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartProblem(`La plateforme n’a pas le droit d’écrire dans ${dataDir}. (Permission denied: ${message})`)
  }
  return error
}
