import { resolve } from 'node:path'
import { type Installation, importArchive } from '@pmq/platform/archive'
import { openInstallation } from './open-installation.ts'
import { nameOf, whichInstallation } from './settings.ts'
import { importText, problemText } from './words.ts'

/** `npm run import -- archive FOLDER`: into the data folder (PMQ_DATA), or the real engines of the environment. @returns the exit code */
export async function importArchiveCommand([folder]: string[]): Promise<number> {
  let context = { port: 0, dataDir: '' }
  let target: Installation | undefined
  try {
    if (!folder) throw new Error('Dites quelle archive\u00a0: npm run import -- archive DOSSIER')
    const which = whichInstallation(process.env)
    if (which.kind === 'embedded') context = which
    console.log(`Import vers\u00a0: ${nameOf(which)}`)
    target = await openInstallation(which)
    const imported = await importArchive(resolve(folder), target, {
      now: () => new Date(),
      onStep: ({ name, count }) => console.log(`  ${name}\u00a0: ${count}`),
    })
    const { text, ok } = importText(imported)
    console.log(`\n${text}`)
    return ok ? 0 : 1
  } catch (error) {
    console.error(problemText(error, context))
    return 1
  } finally {
    await target?.close()
  }
}
