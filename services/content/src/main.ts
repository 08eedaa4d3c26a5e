import { runService } from '@pmq/platform/run-service'
import { content } from './service.ts'

await runService(content)
