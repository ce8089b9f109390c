// What a turn costs belongs here: a model without delay, the least a server can do, and ours beside it, in one run.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runLoad } from './load.ts'
import { measure, PHASES, type Phase, type Subject, setPace, warmUp } from './phases.ts'
import { openServer, rowsWrittenIn } from './postgres.ts'
import { runScript, startProcess, watchRss } from './processes.ts'
import { aroundTable, targetTable, turnTable } from './report.ts'
import { signUp } from './seed.ts'
import { type Setting, startFloor, startOurs, startServer } from './subjects.ts'
import { type Figures, type Inside, judge, type Ran } from './targets.ts'

const USAGE = `npm run bench -- [--strict] [--quick] [--only 16,64] [--profile folder]
  --strict   exit with an error when a target is not met
  --quick    an eighth of the turns: shows that everything runs, its figures are rough
  --only     measure these phases and nothing else (${PHASES.map(({ name }) => name).join(', ')})
  --profile  write cpu profiles of our server
BENCH_DATABASE_URL names a PostgreSQL server where databases may be created; without it one is started for the run.`

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const note = (line: string): void => void process.stderr.write(`${line}\n`)
const WARM = 160
/** An idle connection tells its counts after ten seconds (PGSTAT_IDLE_INTERVAL): those of the warm-up are none of the run's. */
const COUNTED_MS = 11_000

/** Phase by phase, the floor and ours right after each other, so that both meet the same machine. */
const runPhases = async (setting: Setting, floor: Subject, ours: Subject, asked: readonly Phase[]): Promise<Ran> => {
  const phases: Ran['phases'] = {}
  for (const subject of [floor, ours]) await warmUp(subject, WARM)
  await wait(COUNTED_MS)
  const before = { floor: await rowsWrittenIn(floor.url), ours: await rowsWrittenIn(ours.url) }
  for (const phase of asked) {
    await setPace(setting.mock.url, phase.paced)
    const measured = { floor: await measure(floor, phase), ours: await measure(ours, phase) }
    phases[phase.name] = measured
    const ratio = measured.ours.cpuMs / measured.floor.cpuMs
    note(
      `${phase.name}: CPU ${measured.floor.cpuMs.toFixed(2)} and ${measured.ours.cpuMs.toFixed(2)} ms, ${ratio.toFixed(1)}×`,
    )
  }
  await setPace(setting.mock.url, false)
  // A connection tells its counts at the latest when it ends.
  for (const subject of [floor, ours]) await subject.server.stop()
  const turns = asked.reduce((sum, phase) => sum + phase.turns, 0)
  const written = async (subject: Subject, from: number, prepared: number): Promise<number> =>
    ((await rowsWrittenIn(subject.url)) - from - prepared) / turns
  const messages = asked.reduce((sum, phase) => sum + phase.turns * phase.earlier, 0)
  return {
    phases,
    rowsWritten: {
      floor: await written(floor, before.floor, messages),
      // A conversation of ours is a row too.
      ours: await written(ours, before.ours, messages + turns),
    },
  }
}

const EMBEDDED_PEOPLE = 16

/** The embedded database: both starts, and the memory held with 64 turns at once. */
const runEmbedded = async (setting: Setting, folder: string) => {
  const first = await startServer(setting, { folder })
  const people = await signUp(first.url, EMBEDDED_PEOPLE)
  await first.stop()
  const again = await startServer(setting, { folder })
  const rss = watchRss(again.pid)
  const turns = Array.from({ length: 128 }, (_, index) => ({ token: people[index % people.length]?.token ?? '' }))
  await runLoad(again.url, turns, 64)
  const embeddedRssMb = rss.end()
  await again.stop()
  return { firstEmbedded: first.startedIn, embedded: again.startedIn, embeddedRssMb }
}

/** Everything outside the phases; none of it when only some phases were asked for. */
const runAround = async (setting: Setting, home: string, database: string) => {
  const folder = join(home, 'data')
  const { embeddedRssMb, ...start } = await runEmbedded({ ...setting, profile: null }, folder)
  const postgres = await runScript<Inside>(file('inside.ts'), { DATABASE_URL: database, LOG_LEVEL: 'warn' })
  const embedded = await runScript<Inside>(file('inside.ts'), { DATA_DIR: folder, LOG_LEVEL: 'warn' })
  return { start, embeddedRssMb, inside: { postgres, embedded } }
}

const run = async (asked: readonly Phase[], profile: string | null) => {
  const home = mkdtempSync(join(tmpdir(), 'zelenial-bench-'))
  const postgres = await openServer()
  const mock = await startProcess(file('mock.ts'), {})
  const setting: Setting = { postgres, mock, home, secret: randomBytes(32).toString('hex'), profile }
  try {
    const { subject: ours, people, firstStart } = await startOurs(setting)
    const floor = await startFloor(setting, ours, people)
    const ran = await runPhases(setting, floor, ours, asked)
    const statements = await ours.counters.statements()
    for (const subject of [floor, ours]) await subject.counters.close()
    if (asked.length < PHASES.length) return { ran, statements, figures: null }
    const around = await runAround(setting, home, ours.url)
    const start = { firstOnPostgres: firstStart, onPostgres: ours.server.startedIn, ...around.start }
    const figures: Figures = { ...ran, ...around, start }
    return { ran, statements, figures }
  } finally {
    await mock.stop()
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

// Children end with this process, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const { values } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(`${USAGE}\n`)
} else {
  const only = values.only.split(',').filter((name) => name !== '')
  const asked = PHASES.filter(({ name }) => only.length === 0 || only.includes(name)).map((phase) =>
    values.quick ? { ...phase, turns: Math.max(phase.people, Math.ceil(phase.turns / 8)) } : phase,
  )
  const { ran, statements, figures } = await run(asked, values.profile ?? null)
  const judged = figures ? judge(figures) : []
  writeFileSync(file('last.json'), JSON.stringify({ judged, figures: figures ?? ran, statements }, null, 2))
  const parts = figures ? [targetTable(judged), turnTable(ran), aroundTable(figures)] : [turnTable(ran)]
  process.stdout.write(`${parts.join('\n\n')}\n`)
  if (values.strict && judged.some(({ met }) => met === false)) process.exitCode = 1
}
