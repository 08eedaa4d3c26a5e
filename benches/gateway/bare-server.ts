// Express and nothing else: what the gateway is compared with, and what stands behind it.
import type { AddressInfo } from 'node:net'
import express from 'express'
import { sayReady } from '../support/start-process.ts'
import { item, itemPath } from './item.ts'

const app = express()
app.get(itemPath, (_req, res) => void res.json(item))
const server = app.listen(0, '127.0.0.1', () => {
  sayReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
