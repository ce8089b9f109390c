import { Router } from 'express'
import type { ChannelDeps } from '../contract.ts'
import { describeApi } from './api-document.ts'
import { renderDocs } from './docs-page.ts'

/** The interface as an OpenAPI 3.1 document and as a page to read; both are made once, from the routes and the tools. */
export const docsRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  const document = describeApi(deps.registry)
  const page = renderDocs(document)
  router.get('/openapi.json', (_req, res) => {
    res.json(document)
  })
  router.get('/docs', (_req, res) => {
    res.type('html').send(page)
  })
  return router
}
