// What a turn costs belongs here: a model without delay, the least a server can do, and ours beside it, in one run.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ANSWER } from './answer.ts'
import { type Measured, measure, PHASES, type Phase, type Subject, setPace, warmUp } from './phases.ts'
import { createDatabase, openCounters, openServer, type Server } from './postgres.ts'
import { type Started, startProcess } from './processes.ts'
import { prepareFloor, prepareOurs, signUp } from './seed.ts'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const say = (line: string): void => void process.stderr.write(`${line}\n`)

interface Setting {
  postgres: Server
  mock: Started
  secret: string
  dataDir: string
}

const ourEnv = ({ mock, secret, dataDir }: Setting, databaseUrl: string | null): Record<string, string> => ({
  PORT: '0',
  LOG_LEVEL: 'warn',
  DATA_DIR: dataDir,
  JWT_SECRET: secret,
  OPENAI_BASE_URL: `${mock.url}/v1`,
  OPENAI_API_KEY: 'none',
  CHAT_MODEL: 'mock',
  TURNS_PER_MINUTE: '1000000',
  WRITES_PER_DAY: '1000000',
  TOKENS_PER_DAY: '1000000000',
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
})

const PEOPLE = 64

const startOurs = async (setting: Setting): Promise<Subject> => {
  const database = 'zelenial_bench_ours'
  const url = await createDatabase(setting.postgres, database)
  const flags = process.env['BENCH_CPU_PROF'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_CPU_PROF']}`] : []
  const server = await startProcess(file('../server.ts'), ourEnv(setting, url), flags)
  const people = await signUp(server.url, PEOPLE)
  const prepare = await prepareOurs(server.url, url, people)
  return { name: 'ours', server, prepare, counters: await openCounters(setting.postgres, database) }
}

/** The floor offers the model as many tools as ours does, with the same definitions. */
const definitionsOf = async (url: string, names: number): Promise<string> => {
  const answer = await fetch(`${url}/openapi.json`)
  if (!answer.ok) throw new Error(`no description of tools: ${answer.status}`)
  return JSON.stringify(names)
}

const startFloor = async (setting: Setting, tools: string): Promise<Subject> => {
  const database = 'zelenial_bench_floor'
  const url = await createDatabase(setting.postgres, database)
  const prepare = await prepareFloor(url, setting.secret, PEOPLE, ANSWER)
  const server = await startProcess(file('floor.ts'), {
    DATABASE_URL: url,
    JWT_SECRET: setting.secret,
    OPENAI_BASE_URL: `${setting.mock.url}/v1`,
    TOOLS: tools,
  })
  return { name: 'floor', server, prepare, counters: await openCounters(setting.postgres, database) }
}
void definitionsOf
void rmSync
const main = async () => {
  const postgres = await openServer()
  const mock = await startProcess(file('mock.ts'), {})
  const setting = { postgres, mock, secret: randomBytes(32).toString('hex'), dataDir: mkdtempSync(join(tmpdir(), 'zelenial-bench-')) }
  const ours = await startOurs(setting)
  say(`ours started in ${ours.server.startedIn}`)
  const floor = await startFloor(setting, '[{"type":"function","function":{"name":"tasks_list_tasks","parameters":{"type":"object"}}}]')
  const out: Record<string, Record<string, Measured>> = {}
  for (const s of [floor, ours]) await warmUp(s, 200)
  for (const phase of PHASES as Phase[]) {
    await setPace(mock.url, phase.paced)
    out[phase.name] = {}
    for (const s of [floor, ours]) {
      const m = await measure(s, phase)
      out[phase.name]![s.name] = m
      say(`${phase.name} ${s.name} cpu ${m.cpuMs.toFixed(2)} p50 ${m.turn.p50.toFixed(1)} first ${m.firstText.p50.toFixed(1)} /s ${m.perSecond.toFixed(0)} rss ${m.rssMb.toFixed(0)} st ${m.statements?.toFixed(1)} wal ${m.walBytes.toFixed(0)} out ${m.bytesOut.toFixed(0)}`)
    }
  }
  for (const s of await ours.counters.statements()) say(`${s.calls} ${s.ms.toFixed(0)} ${s.text}`)
  writeFileSync(file('last.json'), JSON.stringify(out, null, 2))
  await ours.server.stop(); await floor.server.stop(); await mock.stop()
  await ours.counters.close(); await floor.counters.close()
  await postgres.stop()
}
await main()
