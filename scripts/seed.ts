// `npm run seed`: adds the first contents that are missing, and changes nothing that exists. It works beside a running copy,
// whose relay then announces what was added, and on the data of one that is stopped.
import { join } from 'node:path'
import { seedNow } from '@pmq/content/seed'
import { startDocuments } from '@pmq/embedded/documents'
import { loadConfig } from '@pmq/platform/config'
import { silentLog } from '@pmq/platform/log'
import { startSettings } from './start/settings.ts'
import { StartProblem, startProblemOf } from './start/start-problem.ts'

const { ports, dataDir } = loadConfig(startSettings, process.env)
const seed = async (documentsUri: string) => {
  const added = await seedNow({ documentsUri, clock: () => new Date(), log: silentLog() })
  console.log(added === 0 ? 'Tout y est déjà : rien n’a été ajouté.' : `${added} contenus ajoutés.`)
}
try {
  if (process.env.MONGODB_URI) await seed(process.env.MONGODB_URI)
  else {
    const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 }).catch((error) => {
      if (error.code === 'DATA_IN_USE') return undefined
      throw error
    })
    // In use: a copy is running, and its document engine answers on its port.
    await seed(documents?.uri ?? `mongodb://127.0.0.1:${ports.documents}/?directConnection=true&retryWrites=false`)
    await documents?.close()
  }
} catch (error) {
  const problem = startProblemOf(error, { port: ports.gateway, dataDir })
  console.error(problem instanceof StartProblem ? problem.message : problem)
  process.exitCode = 1
}
