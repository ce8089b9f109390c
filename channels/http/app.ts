import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { AppError } from '../../core/errors.ts'
import type { ChannelDeps } from '../contract.ts'
import { authRoutes } from './auth.ts'
import { calendarFeedRoutes } from './calendar-feed.ts'
import { chatRoutes } from './chat.ts'
import { completionRoutes } from './completions.ts'
import { importRoutes } from './imports.ts'
import { inboxRoutes } from './inbox.ts'
import { meRoutes } from './me.ts'
import { docsRoutes } from './openapi.ts'
import { createMetrics, operationRoutes, testClockRoutes } from './operations.ts'
import { problemHandler } from './problem.ts'
import { readBody } from './read-body.ts'
import { syncRoutes } from './sync.ts'
import { toolRoutes } from './tools.ts'
import { webRoutes } from './web.ts'

/** deep-chat adds a web-font link by itself, hence the closed list. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  upgradeInsecureRequests: null,
}

export const createApp = (deps: ChannelDeps): Express => {
  const app = express()
  const metrics = createMetrics(deps)
  app.disable('x-powered-by')
  app.use(helmet({ contentSecurityPolicy: { directives: CSP }, hsts: false }))
  app.use((req, res, next) => {
    const end = metrics.requests.startTimer({ method: req.method })
    res.once('finish', () => end({ route: String(req.route?.path ?? 'other'), status: String(res.statusCode) }))
    next()
  })
  app.use(operationRoutes(deps, metrics))
  if (deps.config.ZELENIAL_ROLE !== 'worker') useRoutes(app, deps)
  app.use(() => {
    throw new AppError('not_found', 'core.not_found')
  })
  app.use(problemHandler(deps.messages, deps.log))
  return app
}

const useRoutes = (app: Express, deps: ChannelDeps): void => {
  app.use(readBody())
  app.use(
    '/v1',
    authRoutes(deps),
    meRoutes(deps),
    chatRoutes(deps),
    completionRoutes(deps),
    toolRoutes(deps),
    inboxRoutes(deps),
    calendarFeedRoutes(deps),
    importRoutes(deps),
    syncRoutes(deps),
    testClockRoutes(deps),
  )
  app.all(
    '/mcp',
    onDemand(async () => (await import('../mcp/mcp.ts')).mcpRoutes(deps)),
  )
  app.use(docsRoutes(deps))
  app.use(webRoutes())
}

/** Routes whose library is large and mostly not asked for: they are loaded by their first request. */
const onDemand = (load: () => Promise<RequestHandler>): RequestHandler => {
  let routes: Promise<RequestHandler> | undefined
  return async (req, res, next) => {
    routes ??= load()
    await (await routes)(req, res, next)
  }
}
