import type { Latency } from './load.ts'
import type { Measured } from './phases.ts'
import type { Figures, Judged, Ran } from './targets.ts'

const round = (value: number): string => {
  if (Math.abs(value) >= 100) return String(Math.round(value))
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const COLUMNS: readonly (readonly [string, (measured: Measured) => number | null])[] = [
  ['CPU ms/turn', (m) => m.cpuMs],
  ['p50 ms', (m) => m.turn.p50],
  ['p95 ms', (m) => m.turn.p95],
  ['p99 ms', (m) => m.turn.p99],
  ['first text p50 ms', (m) => m.firstText.p50],
  ['first text p95 ms', (m) => m.firstText.p95],
  ['turns/s', (m) => m.perSecond],
  ['RSS MB', (m) => m.rssMb],
  ['statements', (m) => m.statements],
  ['begin, set, commit', (m) => m.framing],
  ['WAL B', (m) => m.walBytes],
  ['sent B', (m) => m.bytesOut],
]

const phaseRows = ({ phases }: Ran): string[][] =>
  Object.entries(phases).map(([name, { floor, ours }]) => [
    name,
    ...COLUMNS.map(([, read]) => {
      const [least, own] = [read(floor), read(ours)]
      if (least === null || own === null) return 'not counted'
      return least === 0 ? `0 · ${round(own)}` : `${round(least)} · ${round(own)} · ${round(own / least)}×`
    }),
  ])

const times = ({ p50, p95 }: Latency): string => `${round(p50)} / ${round(p95)}`

const verdict = (met: boolean | null): string => (met === null ? 'not counted' : met ? 'met' : '**not met**')

/** What was asked for, and whether it was kept. */
export const targetTable = (judged: readonly Judged[]): string => {
  const rows = judged.map(({ what, value, must, aim, unit, least, met }) => {
    const bound = least ? '≥' : '≤'
    const measured = value === null ? '' : `${round(value)} ${unit}`.trim()
    const aimed = aim === null ? '' : `${bound} ${aim} ${unit}`.trim()
    return [what, measured, `${bound} ${must} ${unit}`.trim(), aimed, verdict(met)]
  })
  return `## Targets\n${table(['what', 'measured', 'must', 'aim', ''], rows)}`
}

/** Each phase: the floor, ours, and their ratio. */
export const turnTable = (ran: Ran): string => {
  const { floor, ours } = ran.rowsWritten
  return [
    '## Turns: floor · ours · ratio',
    table(['at once', ...COLUMNS.map(([name]) => name)], phaseRows(ran)),
    '',
    `Rows written per turn, background work included: floor ${round(floor)}, ours ${round(ours)}.`,
  ].join('\n')
}

/** What has no floor. */
export const aroundTable = ({ start, inside }: Figures): string =>
  [
    '## Start, guardrails and recall',
    table(
      ['', 'PostgreSQL', 'embedded'],
      [
        ['first start, ms', round(start.firstOnPostgres), round(start.firstEmbedded)],
        ['later start, ms', round(start.onPostgres), round(start.embedded)],
        ['guardrails p50 / p95, ms', times(inside.postgres.guardrails), times(inside.embedded.guardrails)],
        ['recall among 2,000 facts p50 / p95, ms', times(inside.postgres.recall), times(inside.embedded.recall)],
        ['both p50 / p95, ms', times(inside.postgres.both), times(inside.embedded.both)],
      ],
    ),
  ].join('\n')
