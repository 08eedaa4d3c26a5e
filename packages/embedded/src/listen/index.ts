export { type Listening, listen, loopback } from './listen.ts'
