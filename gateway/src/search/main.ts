import { runService } from '@pmq/platform/run-service'
import { search } from './service.ts'

await runService(search)
