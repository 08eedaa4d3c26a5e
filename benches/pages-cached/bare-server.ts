// node:http and nothing else, with the page in memory: as cheap as a page can be in Node. Its argument: the file, as JSON.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sayReady } from '../support/start-process.ts'

const { file, headers } = JSON.parse(process.argv[2] ?? '{}') as { file: string; headers: [string, string][] }
const page = readFileSync(file)
const head = [...headers.flat(), 'content-length', String(page.length)]
const server = createServer((_req, res) => {
  res.writeHead(200, head)
  res.end(page)
})
server.listen(0, '127.0.0.1', () => {
  sayReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
