import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry as MetricRegistry } from 'prom-client'
import { AppError } from '../../core/errors.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, parse, readInstant, signedIn } from './caller.ts'
import { tickBody } from './wire.ts'

export interface Metrics {
  registry: MetricRegistry
  requests: Histogram<'method' | 'route' | 'status'>
}

export const createMetrics = (deps: Pick<ChannelDeps, 'agent'>): Metrics => {
  const registry = new MetricRegistry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'zelenial_http_request_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'zelenial_turns_running',
    help: 'Turns that are being answered now.',
    registers: [registry],
    collect() {
      this.set(deps.agent.running())
    },
  })
  return { registry, requests }
}

export const operationRoutes = (deps: ChannelDeps, metrics: Metrics): Router => {
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const [database, queue, model] = await Promise.all([
      deps.db.ping().then(
        () => true,
        (error: unknown) => {
          deps.log.warn({ cause: String(error) }, 'database not ready')
          return false
        },
      ),
      deps.queueStatus(),
      deps.modelReady(),
    ])
    const ready = database && queue.ok && model !== false
    res
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', database, queue, model: model ?? 'built-in' })
  })
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

/** Only while the test clock is on: runs everything due up to `at` for the signed-in person. */
export const testClockRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.post('/test/tick', signedIn(deps), async (req, res) => {
    if (!deps.config.ZELENIAL_TEST_CLOCK) throw new AppError('not_found', 'core.not_found')
    const { at } = parse(tickBody, req.body)
    const { user } = callerOf(res)
    res.json(await deps.tick(user.id, readInstant(at)))
  })
  return router
}
