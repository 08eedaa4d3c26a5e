// Builds the public sites and the back office when their sources have changed; what a program alone in its process serves.
import { buildFronts } from './start/build-fronts.ts'

await buildFronts()
