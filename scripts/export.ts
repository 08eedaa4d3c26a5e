// `npm run export -- FOLDER`: writes an archive of every store of an installation whose services are stopped: of the data folder
// (PMQ_DATA), or of the real engines when their addresses are in the environment. docs/guide/moteurs.md

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { exportArchive, type Installation } from '@pmq/platform/archive'
import { openInstallation } from './archive/open-installation.ts'
import { nameOf, whichInstallation } from './archive/settings.ts'
import { partsText, pendingText, problemText } from './archive/words.ts'

const stamp = new Date().toISOString().slice(0, 16).replaceAll(':', '')
const folder = resolve(process.argv[2] ?? `archive-${stamp}`)
let context = { port: 0, dataDir: '' }
let source: Installation | undefined
try {
  if (existsSync(folder)) throw new Error(`${folder} existe déjà\u00a0: choisissez un autre nom.`)
  const which = whichInstallation(process.env)
  if (which.kind === 'embedded') {
    context = which
    if (!existsSync(which.dataDir))
      throw new Error(`Il n’y a pas de données dans ${which.dataDir}\u00a0: réglez PMQ_DATA.`)
  }
  console.log(`Export de\u00a0: ${nameOf(which)}`)
  source = await openInstallation(which)
  const manifest = await exportArchive(source, folder, {
    now: () => new Date(),
    onStep: ({ name, count }) => console.log(`  ${name}\u00a0: ${count}`),
  })
  console.log(`\n${partsText(manifest)}`)
  for (const line of pendingText(manifest)) console.log(line)
  console.log(
    `\nArchive entière\u00a0: ${folder}\nElle contient des données personnelles et des brouillons\u00a0: gardez-la comme une sauvegarde.`,
  )
} catch (error) {
  console.error(problemText(error, context))
  process.exitCode = 1
} finally {
  await source?.close()
}
