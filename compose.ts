// The only place where everything is built and joined: configuration → database → tools → brains → agent → channels.
import { createSecretKey, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createCheckpoints } from './agent/checkpoint.ts'
import { createAgent } from './agent/turn.ts'
import { createApp } from './channels/http/app.ts'
import { answerBrokenRequests } from './channels/http/broken-request.ts'
import { attachSockets } from './channels/socket/socket.ts'
import { type Config, readConfig } from './core/config.ts'
import { AppError } from './core/errors.ts'
import { newId } from './core/ids.ts'
import { type Log, log as rootLog } from './core/log.ts'
import type { Messages } from './core/messages.ts'
import type { Db } from './db/contract.ts'
import { migrate, openDatabase } from './db/index.ts'
import { eraseAll, exportAll } from './domains/account/holdings.ts'
import { findUser } from './domains/account/repository.ts'
import type { Domain } from './domains/contract.ts'
import { domains as registerDomains } from './domains/index.ts'
import { createPolicy } from './guardrails/policy.ts'
import { explainVerdict } from './guardrails/verdicts.ts'
import { dismiss, listInbox, markRead, snooze, startJobs, tick } from './jobs/index.ts'
import { embedMissing } from './memory/embed.ts'
import { createMemory } from './memory/index.ts'
import { recallForTurn } from './memory/turn.ts'
import { createBrains } from './models/index.ts'
import { loadMessages } from './tools/catalog.ts'
import type { FindNames } from './tools/contract.ts'
import { createImports } from './tools/imports/run.ts'
import { createRegistry, type Registry } from './tools/registry.ts'
import { undoLast } from './tools/undo.ts'

const ROOT = new URL('.', import.meta.url)
const ROOMS = ['core', 'db', 'tools', 'guardrails', 'memory', 'models', 'agent', 'jobs', 'channels']

/** How long clients may take to read their last answers when the server stops. */
const LAST_ANSWERS_MS = 2_000

export interface Running {
  url: string
  stop(): Promise<void>
}

/** Starts everything that `env` asks for. Throws an AppError that names what is wrong. */
export const start = async (env: Record<string, string | undefined>, log: Log = rootLog): Promise<Running> => {
  const config = readConfig(env)
  const key = createSecretKey(Buffer.from(config.JWT_SECRET ?? ownSecret(config)))
  const messages = loadMessages([...ROOMS.map((room) => new URL(`${room}/`, ROOT)), ...domainFolders()])
  // The brain is trained in a worker while the database opens.
  const known: FindNames[] = []
  const brainsReady = createBrains(config, messages, (text) => known.flatMap((namesIn) => namesIn(text)))
  const [db, brains] = await settleBoth(openDatabase(config, log), brainsReady)
  const stops: (() => Promise<void>)[] = [() => db.close()]
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  try {
    const running = await build({ config, key, messages, db, brains, known, log, stops })
    return { url: running.url, stop: stopAll }
  } catch (error) {
    await stopAll()
    throw error
  }
}

const settleBoth = async <B>(database: Promise<Db>, brains: Promise<B>): Promise<[Db, B]> => {
  const [opened, trained] = await Promise.allSettled([database, brains])
  if (opened.status === 'rejected') throw opened.reason
  if (trained.status === 'rejected') {
    await opened.value.close()
    throw trained.reason
  }
  return [opened.value, trained.value]
}

interface Parts {
  config: Config
  key: ReturnType<typeof createSecretKey>
  messages: Messages
  db: Db
  brains: Awaited<ReturnType<typeof createBrains>>
  /** What the domains know by name; the planner reads messages with it. */
  known: FindNames[]
  log: Log
  stops: (() => Promise<void>)[]
}

const build = async ({ config, key, messages, db, brains, known, log, stops }: Parts): Promise<{ url: string }> => {
  const late: { registry?: Registry } = {}
  const registryOf = (): Registry => {
    if (!late.registry) throw new AppError('internal', 'core.internal')
    return late.registry
  }
  const all: Domain[] = [
    ...registerDomains({
      account: {
        undoLast: (ctx) => undoLast(registryOf(), ctx, messages),
        exportAll: (ctx) => exportAll(ctx),
        eraseAll: (ctx) => eraseAll(ctx),
        explain: (ctx, id) => explainVerdict(ctx.tx, ctx.user, id),
      },
    }),
    createMemory({ embedder: brains.embedder }),
  ]
  // Once before anybody asks: what is known by name is indexed on its first use.
  known.push(...all.flatMap(({ names }) => names ?? []))
  for (const namesIn of known) namesIn('')
  const registry = createRegistry(all)
  late.registry = registry
  await migrate(db, migrationSets(all))
  const pool = new pg.Pool({ ...db.connection, max: db.embedded ? 1 : 4 })
  pool.on('error', (error) => log.warn({ err: error }, 'graph state connection lost'))
  stops.push(() => pool.end())
  const checkpoints = await createCheckpoints(pool)

  const clock = (): Date => new Date()
  const decide = createPolicy(registry)
  const delivery = {
    db,
    registry,
    messages,
    domains: all,
    findUser: (tx: Parameters<typeof findUser>[0], userId: string) => findUser(tx, userId, null),
    log,
  }
  const jobs = await startJobs({
    ...delivery,
    now: clock,
    redisUrl: config.REDIS_URL,
    role: config.ZELENIAL_ROLE,
    testClock: config.ZELENIAL_TEST_CLOCK,
  })
  stops.push(() => jobs.stop())
  const { embedder } = brains
  const onEvents = (userId: string, now: Date): void => {
    jobs.committed(userId, now)
    // An external embedder is a network call: facts get their vectors after the commit that stored them.
    if (!embedder.embedNow)
      embedMissing(db, userId, embedder).catch((error: unknown) =>
        log.warn({ userId, cause: String(error) }, 'facts not embedded yet'),
      )
  }
  const executing = { db, registry, onEvents }
  const imports = createImports(executing)
  const tools = [...registry.entries.values()].map(({ tool }) => tool)
  const agent = createAgent({
    ...executing,
    messages,
    log,
    decide,
    imports,
    loadUser: async (tx, userId) => {
      const user = await findUser(tx, userId, null)
      if (!user) throw new AppError('unauthorised', 'core.unauthorised')
      return user
    },
    brainFor: brains.brainFor,
    rankTools: brains.rankerOf(tools),
    toolShares: brains.toolShares,
    toolsMeant: brains.toolsMeant,
    recall: (tx, query, id, now) => recallForTurn(tx, brains.embedder, { query, user: { id }, now }),
    domainPrompts: new Map(all.map((domain) => [domain.id, promptOf(domain)])),
    doneClaims: all.flatMap((domain) => domain.claims?.done ?? []),
    names: (text) => known.flatMap((namesIn) => namesIn(text)),
    checkpoints,
    wall: () => Date.now(),
    owner: `${hostname()}:${process.pid}:${newId()}`,
    limits: {
      turnsPerMinute: config.TURNS_PER_MINUTE,
      writesPerDay: config.WRITES_PER_DAY,
      tokensPerDay: config.TOKENS_PER_DAY,
    },
  })
  const channels = {
    ...executing,
    config,
    log,
    messages,
    agent,
    checkpoints,
    key,
    decide,
    imports,
    clock,
    modelReady: brains.ready,
    inbox: { list: listInbox, read: markRead, snooze, dismiss },
    wake: jobs.wake,
    queueStatus: jobs.status,
    tick: (userId: string, at: Date) => tick(delivery, userId, at),
  }
  const server = createServer(createApp(channels))
  answerBrokenRequests(server, messages)
  const sockets = config.ZELENIAL_ROLE === 'worker' ? null : await attachSockets(server, channels)
  stops.push(async () => {
    const closed = stopListening(server)
    await agent.drain()
    const last = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
    await sockets?.close()
    await closed
    clearTimeout(last)
  })
  return { url: await listen(server, config) }
}

/** Embedded mode makes its own signing secret, kept beside the data. */
const ownSecret = (config: Config): string => {
  mkdirSync(config.DATA_DIR, { recursive: true })
  const file = join(config.DATA_DIR, 'jwt.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

const domainFolders = (): URL[] =>
  readdirSync(new URL('domains/', ROOT), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => new URL(`domains/${entry.name}/`, ROOT))

const promptOf = (domain: Domain): string => readFileSync(new URL('prompt.md', domain.folder), 'utf8')

const migrationSets = (all: readonly Domain[]) => [
  { schema: 'db', folder: new URL('db/migrations/', ROOT) },
  { schema: 'tools', folder: new URL('tools/migrations/', ROOT) },
  { schema: 'guardrails', folder: new URL('guardrails/migrations/', ROOT) },
  { schema: 'chat', folder: new URL('agent/migrations/', ROOT) },
  { schema: 'jobs', folder: new URL('jobs/migrations/', ROOT) },
  ...all.map((domain) => ({ schema: domain.id, folder: new URL('migrations/', domain.folder) })),
]

const listen = (server: Server, config: Config): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'unavailable',
          'core.cannot_listen',
          { where: `${config.HOST}:${config.PORT}`, reason: cause.code ?? cause.message },
          { cause },
        ),
      ),
    )
    server.listen(config.PORT, config.HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : config.PORT
      resolve(`http://${config.HOST}:${port}`)
    })
  })

/** Takes no new connections; those that wait for no answer are closed. */
const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(idle)
      resolve()
    })
  })
