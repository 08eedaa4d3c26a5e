export { describeService } from './describe-service.ts'
export {
  type Engines,
  type Platform,
  type RunningService,
  type Service,
  type ServiceParts,
  service,
  startService,
} from './service.ts'
