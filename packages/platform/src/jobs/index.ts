export { type Job, job } from './job.ts'
export { createLeases, type Leases } from './leases.ts'
export { type RunningJobs, startJobs } from './start-jobs.ts'
