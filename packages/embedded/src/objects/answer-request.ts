import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { authenticate, type Credentials } from './authenticate.ts'
import type { Cors } from './cors.ts'
import type { Engine } from './engine.ts'
import { handlers } from './handlers.ts'
import { checkBucketName, checkKey } from './names.ts'
import { checkSupported } from './object-headers.ts'
import { operationOf } from './operation.ts'
import { parseRequestTarget } from './request-target.ts'
import { S3Error } from './s3-error.ts'
import { renderXml, type XmlElement } from './xml.ts'

type Deps = { engine: Engine; credentials: Credentials; cors: Cors; report(error: unknown): void }

/** The way of every request: CORS, signature, operation, answer; every error becomes S3's XML. */
export function createRequestListener({ engine, credentials, cors, report }: Deps) {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    cors.permit(request, response)
    if (request.method === 'OPTIONS') return cors.answerPreflight(request, response)

    const method = request.method ?? ''
    const target = parseRequestTarget(request.url ?? '')
    const { path, query, bucket, key } = target
    const signable = { method, path, query, headers: request.headersDistinct }
    const payload = authenticate(signable, credentials, new Date(engine.now()))

    checkSupported(request.headers)
    const operation = operationOf(method, target, request.headers['x-amz-copy-source'] !== undefined)
    if (bucket !== '') {
      checkBucketName(bucket)
      checkKey(key)
      if (operation !== 'CreateBucket') engine.index.checkBucket(bucket)
    }
    await handlers[operation](engine, { request, response, target, payload })
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = randomUUID()
    response.setHeader('x-amz-request-id', requestId)
    answer(request, response).catch((thrown: unknown) => {
      if (response.headersSent || isGone(request, thrown)) {
        // Half an object was sent, or nobody listens: only a cut connection says so.
        response.destroy()
        return
      }
      const error = asS3Error(thrown)
      if (error.code === 'InternalError') report(thrown)
      sendError(request, response, error, requestId)
    })
  }
}

const isGone = (request: IncomingMessage, error: unknown) =>
  request.errored !== null ||
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes((error as { code?: string }).code ?? '')

const sqliteFull = 13

/** What went wrong, as S3 says it; a full disk is named, all else unexpected stays inside. */
function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  const { code, errcode, message } = error as { code?: string; errcode?: number; message?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT' || errcode === sqliteFull) {
    return new S3Error('InsufficientStorage', message ?? 'The disk is full.')
  }
  return new S3Error('InternalError', 'The store met an unexpected error.')
}

function sendError(request: IncomingMessage, response: ServerResponse, error: S3Error, requestId: string): void {
  const details = Object.entries(error.details) as XmlElement[]
  const lines: XmlElement[] = [['Code', error.code], ['Message', error.message], ...details, ['RequestId', requestId]]
  const body = request.method === 'HEAD' ? '' : renderXml(['Error', lines], { namespace: false })
  // What describes an object does not describe an error.
  for (const name of response.getHeaderNames()) {
    if (/^(etag|last-modified|accept-ranges|cache-control|expires|content-(?!range)|x-amz-meta-)/.test(name)) {
      response.removeHeader(name)
    }
  }
  response.writeHead(error.status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
