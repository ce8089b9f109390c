import type { Latency } from './load.ts'
import type { Measured } from './phases.ts'

/** What the turns cost. */
export interface Ran {
  phases: Record<string, { floor: Measured; ours: Measured }>
  /** Over all turns of the run, work in the background included. */
  rowsWritten: { floor: number; ours: number }
}

/** All that one run found out. */
export interface Figures extends Ran {
  /** Milliseconds from the start of the process until it listens. */
  start: { firstOnPostgres: number; onPostgres: number; firstEmbedded: number; embedded: number }
  embeddedRssMb: number
  inside: { postgres: Inside; embedded: Inside }
}

export interface Inside {
  guardrails: Latency
  recall: Latency
  both: Latency
}

interface Target {
  what: string
  /** What may be at most, or with `least` must be at least. */
  must: number
  aim?: number
  unit: string
  least?: true
  of(figures: Figures): number | null
}

export interface Judged {
  what: string
  value: number | null
  must: number
  aim: number | null
  unit: string
  least: boolean
  met: boolean | null
}

const pair = (figures: Figures, phase: string): { floor: Measured; ours: Measured } => {
  const found = figures.phases[phase]
  if (!found) throw new Error(`phase ${phase} was not measured`)
  return found
}
const ratio = (phase: string, read: (measured: Measured) => number) => (figures: Figures) => {
  const { floor, ours } = pair(figures, phase)
  return read(ours) / read(floor)
}
const growth = (read: (measured: Measured) => number) => (figures: Figures) =>
  read(pair(figures, '200 earlier').ours) / read(pair(figures, '5 earlier').ours)

/** The line that every change is held against; a ratio is ours to the floor in the same run. */
const TARGETS: readonly Target[] = [
  { what: 'CPU per turn, 16 at once', must: 6, aim: 4, unit: '×', of: ratio('16', (m) => m.cpuMs) },
  { what: 'turn p50, one at a time', must: 4, aim: 3, unit: '×', of: ratio('1', (m) => m.turn.p50) },
  { what: 'first sentence p50, one at a time', must: 3.5, aim: 2.5, unit: '×', of: ratio('1', (m) => m.firstText.p50) },
  { what: 'turns/s, 16 at once', must: 0.2, aim: 0.3, unit: '×', least: true, of: ratio('16', (m) => m.perSecond) },
  { what: 'turns/s, 64 at once', must: 0.2, aim: 0.3, unit: '×', least: true, of: ratio('64', (m) => m.perSecond) },
  { what: 'turn p50, 64 at a real pace', must: 1.1, aim: 1.05, unit: '×', of: ratio('64 paced', (m) => m.turn.p50) },
  {
    what: 'first sentence p50, 64 at a real pace',
    must: 1.1,
    aim: 1.05,
    unit: '×',
    of: ratio('64 paced', (m) => m.firstText.p50),
  },
  { what: 'CPU, 200 earlier messages against 5', must: 1.2, aim: 1, unit: '×', of: growth((m) => m.cpuMs) },
  { what: 'WAL, 200 earlier messages against 5', must: 1.2, aim: 1, unit: '×', of: growth((m) => m.walBytes) },
  { what: 'memory at 64, on PostgreSQL', must: 300, aim: 220, unit: 'MB', of: (f) => pair(f, '64').ours.rssMb },
  { what: 'memory at 64, embedded', must: 750, unit: 'MB', of: (f) => f.embeddedRssMb },
  { what: 'start, on PostgreSQL', must: 1_500, aim: 500, unit: 'ms', of: (f) => f.start.onPostgres },
  { what: 'first start, embedded', must: 10_000, unit: 'ms', of: (f) => f.start.firstEmbedded },
  { what: 'later start, embedded', must: 5_000, unit: 'ms', of: (f) => f.start.embedded },
  {
    what: 'guardrails and recall p95, on PostgreSQL',
    must: 10,
    aim: 3,
    unit: 'ms',
    of: (f) => f.inside.postgres.both.p95,
  },
  { what: 'guardrails and recall p95, embedded', must: 20, aim: 3, unit: 'ms', of: (f) => f.inside.embedded.both.p95 },
  {
    what: 'statements per turn, without begin, settings and commit',
    must: 10,
    unit: '',
    of: (f) => pair(f, '16').ours.statements,
  },
  { what: 'rows written per turn', must: 8, unit: '', of: (f) => f.rowsWritten.ours },
  { what: 'WAL per turn', must: 5, unit: 'KB', of: (f) => pair(f, '16').ours.walBytes / 1024 },
  { what: 'sent to the client per turn', must: 4, unit: 'KB', of: (f) => pair(f, '16').ours.bytesOut / 1024 },
]

/** Holds the figures against the targets; a figure that could not be taken is neither met nor missed. */
export const judge = (figures: Figures): Judged[] =>
  TARGETS.map(({ what, must, aim, unit, least, of }) => {
    const value = of(figures)
    const met = value === null ? null : least ? value >= must : value <= must
    return { what, value, must, aim: aim ?? null, unit, least: least ?? false, met }
  })
