import type { OpenApiDocument } from '@pmq/platform/http'
import { Router } from 'express'
import { refuseOtherMethods } from '../problems/other-methods.ts'
import { docsPage, docsPagePolicy } from './docs-page.ts'
import { gatewayDocument } from './gateway-document.ts'
import { mergeDocuments } from './merge-documents.ts'

export type DocsDeps = { openapi: () => Promise<OpenApiDocument[]>; publicUrl: URL }

/** The document of everything, for programs and for people. */
export function docsRoutes({ openapi, publicUrl }: DocsDeps): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const whole = async () => mergeDocuments([...(await openapi()), gatewayDocument], publicUrl)
  router.get('/api/openapi.json', async (_req, res) => {
    res.set('cache-control', 'public, max-age=60').json(await whole())
  })
  router.get('/api/docs', async (_req, res) => {
    res
      .set('cache-control', 'public, max-age=60')
      .set('content-security-policy', docsPagePolicy)
      .type('html')
      .send(docsPage(await whole()))
  })
  router.all(['/api/openapi.json', '/api/docs'], refuseOtherMethods('GET, HEAD'))
  return router
}
