import { type LoadResult, runLoad } from './load.ts'
import type { openCounters } from './postgres.ts'
import { cpuMsOf, type Started, watchRss } from './processes.ts'
import type { PrepareTurns } from './seed.ts'

export interface Phase {
  name: string
  people: number
  turns: number
  /** Messages in the conversation before the measured turn. */
  earlier: number
  /** At the pace of a real model: 200 ms to the first token, 10 ms a token. */
  paced: boolean
}

export const PHASES: readonly Phase[] = [
  { name: '1', people: 1, turns: 80, earlier: 5, paced: false },
  { name: '16', people: 16, turns: 400, earlier: 5, paced: false },
  { name: '64', people: 64, turns: 320, earlier: 5, paced: false },
  { name: '64 paced', people: 64, turns: 192, earlier: 5, paced: true },
  { name: '5 earlier', people: 4, turns: 120, earlier: 5, paced: false },
  { name: '50 earlier', people: 4, turns: 120, earlier: 50, paced: false },
  { name: '200 earlier', people: 4, turns: 120, earlier: 200, paced: false },
]

/** A server under measurement. */
export interface Subject {
  name: 'floor' | 'ours'
  server: Started
  /** Its database. */
  url: string
  prepare: PrepareTurns
  counters: Awaited<ReturnType<typeof openCounters>>
}

export interface Measured extends LoadResult {
  cpuMs: number
  rssMb: number
  statements: number | null
  framing: number | null
  walBytes: number
}

export const setPace = async (mock: string, paced: boolean): Promise<void> => {
  const body = JSON.stringify(paced ? { first: 200, token: 10 } : { first: 0, token: 0 })
  const answer = await fetch(`${mock}/pace`, { method: 'POST', body })
  if (!answer.ok) throw new Error(`the mock refused the pace: ${answer.status}`)
}

/** Makes the turns of a phase and says what each cost. */
export const measure = async (subject: Subject, phase: Phase): Promise<Measured> => {
  const { server, prepare, counters } = subject
  const turns = await prepare(phase.turns, phase.people, phase.earlier)
  const before = await counters.read()
  const cpu = cpuMsOf(server.pid)
  const rss = watchRss(server.pid)
  const load = await runLoad(server.url, turns, phase.people)
  const cpuMs = (cpuMsOf(server.pid) - cpu) / load.turns
  const after = await counters.read()
  const perTurn = (first: number | null, last: number | null): number | null =>
    first === null || last === null ? null : (last - first) / load.turns
  return {
    ...load,
    cpuMs,
    rssMb: rss.end(),
    statements: perTurn(before.statements, after.statements),
    framing: perTurn(before.framing, after.framing),
    walBytes: (after.walBytes - before.walBytes) / load.turns,
  }
}

/** Turns that are not counted: both servers run compiled code afterwards. */
export const warmUp = async ({ server, prepare }: Subject, turns: number): Promise<void> => {
  await runLoad(server.url, await prepare(turns, 16, 5), 16)
}
