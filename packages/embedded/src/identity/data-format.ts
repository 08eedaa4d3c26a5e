/** Refuses data that a later version of the platform wrote: reading them as ours would spoil them. */
export function refuseNewerData(dataDir: string, found: number, known: number): void {
  if (found <= known) return
  const message = `Les données d’identité de ${dataDir} viennent d’une version plus récente de la plateforme (format ${found}, connu jusqu’à ${known}).`
  throw Object.assign(new Error(message), { code: 'DATA_TOO_NEW' })
}
