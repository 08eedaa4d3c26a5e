// `npm start`: the whole platform on embedded engines, in one process.
import { hearStop } from './start/hear-stop.ts'

const say = (line: string) => console.log(line)
const stopWatch = hearStop(say)
// Loaded only now, so that Ctrl-C is heard while everything loads.
const { main } = await import('./start/main.ts')
process.exit(await main(process.env, { say, stopWatch }))
