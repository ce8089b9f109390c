import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { request } from 'undici'
import { z } from 'zod'
import { ANSWER, TOOL } from './answer.ts'
import type { Subject } from './phases.ts'
import { createDatabase, openCounters, type Server } from './postgres.ts'
import { type Started, startProcess } from './processes.ts'
import { type Person, prepareFloor, prepareOurs, signUp } from './seed.ts'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export interface Setting {
  postgres: Server
  mock: Started
  secret: string
  /** Folder for what the run leaves behind; removed at its end. */
  home: string
  /** Folder for cpu profiles of our server; null takes none. */
  profile: string | null
}

/** Where our server keeps its rows: a database by URL, or the folder of an embedded one. */
export type Where = { url: string } | { folder: string }

/** What `npm start` tells Node: the garbage collector may not trade memory for time. */
const START_FLAGS = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'))

/** Our server as it is in production, with limits that a measurement does not reach. */
export const startServer = (
  { mock, secret, home, profile }: Setting,
  where: Where,
  flags: string[] = [],
): Promise<Started> =>
  startProcess(
    file('../server.ts'),
    {
      PORT: '0',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      JWT_SECRET: secret,
      OPENAI_BASE_URL: `${mock.url}/v1`,
      OPENAI_API_KEY: 'none',
      CHAT_MODEL: 'mock',
      TURNS_PER_MINUTE: '1000000',
      WRITES_PER_DAY: '1000000',
      TOKENS_PER_DAY: '1000000000',
      ...('url' in where
        ? { DATABASE_URL: where.url, DATA_DIR: mkdtempSync(join(home, 'ours-')) }
        : { DATA_DIR: where.folder }),
    },
    [...START_FLAGS, ...flags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  )

const PEOPLE = 64
const OURS = 'zelenial_bench_ours'
const FLOOR = 'zelenial_bench_floor'

/** Our server on an empty database, then again on the same one, since most starts are not the first. */
export const startOurs = async (setting: Setting) => {
  const url = await createDatabase(setting.postgres, OURS)
  const first = await startServer({ ...setting, profile: null }, { url })
  await first.stop()
  const server = await startServer(setting, { url })
  const people = await signUp(server.url, PEOPLE)
  const prepare = await prepareOurs(server.url, url, people)
  const subject: Subject = { name: 'ours', server, url, prepare, counters: await openCounters(setting.postgres, OURS) }
  return { subject, people, firstStart: first.startedIn }
}

/** As many tools as a turn of ours offers a model. */
const OFFERED = 12

interface Described {
  name: string
  description: string
  inputSchema: unknown
}

/** The floor offers the model tools of ours, with their definitions. */
const offeredBy = async (url: string, person: Person): Promise<unknown[]> => {
  const answer = await request(`${url}/v1/tools`, { headers: { authorization: `Bearer ${person.token}` } })
  const listed = (await answer.body.json()) as Described[] | { items: Described[] }
  const tools = Array.isArray(listed) ? listed : listed.items
  const first = tools.filter(({ name }) => name !== TOOL).slice(0, OFFERED - 1)
  return [...tools.filter(({ name }) => name === TOOL), ...first].map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description, parameters: inputSchema },
  }))
}

export const startFloor = async (setting: Setting, ours: Subject, people: readonly Person[]): Promise<Subject> => {
  const [person] = people
  if (!person) throw new Error('nobody signed up')
  const url = await createDatabase(setting.postgres, FLOOR)
  const prepare = await prepareFloor(url, setting.secret, PEOPLE, ANSWER)
  const server = await startProcess(file('floor.ts'), {
    DATABASE_URL: url,
    JWT_SECRET: setting.secret,
    OPENAI_BASE_URL: `${setting.mock.url}/v1`,
    TOOLS: JSON.stringify(await offeredBy(ours.server.url, person)),
  })
  return { name: 'floor', server, url, prepare, counters: await openCounters(setting.postgres, FLOOR) }
}
