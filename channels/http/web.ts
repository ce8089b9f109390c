import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const PAGE = fileURLToPath(new URL('../../web/', import.meta.url))
const DEEP_CHAT = dirname(createRequire(import.meta.url).resolve('deep-chat'))

/** The page on `/` and the chat component it uses, both from this machine. */
export const webRoutes = (): Router => {
  const router = Router()
  router.use('/vendor/deep-chat', express.static(join(DEEP_CHAT), { index: false, maxAge: '1d' }))
  router.use(express.static(PAGE, { index: 'index.html', extensions: ['html'] }))
  return router
}
