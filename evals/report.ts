import { mkdirSync, writeFileSync } from 'node:fs'
import type { DialogueResult } from './play.ts'

/** Figures of one model, the table a person reads and the floors that fail a run. */

export interface Figures {
  group: string
  dialogues: number
  passRate: number
  wrongWriteRate: number
  wrongWrites: number
  needlessQuestions: number
  p50: number
  p95: number
}
export interface Floor {
  passRate: number
  wrongWriteRate: number
}

const figuresOf = (group: string, results: readonly DialogueResult[]): Figures => {
  const turns = results.flatMap((result) => result.turns)
  const times = turns.map((turn) => turn.ms).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const wrongWrites = turns.filter((turn) => turn.wrongWrite).length
  return {
    group,
    dialogues: results.length,
    passRate: results.filter((result) => result.passed).length / Math.max(1, results.length),
    wrongWrites,
    wrongWriteRate: wrongWrites / Math.max(1, turns.length),
    needlessQuestions: turns.filter((turn) => turn.needlessQuestion).length,
    p50: at(0.5),
    p95: at(0.95),
  }
}

/** One line for each room and language, and the total. */
export const tabulate = (results: readonly DialogueResult[]): Figures[] => {
  const groups = Map.groupBy(results, (result) => `${result.domain} ${result.lang}`)
  return [...[...groups].map(([group, members]) => figuresOf(group, members)), figuresOf('all', results)]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

export const printTable = (model: string, rows: readonly Figures[], write: (line: string) => void): void => {
  const head = ['', 'dialogues', 'passed', 'wrong writes', 'needless questions', 'p50 ms', 'p95 ms']
  const lines = rows.map((row) => [
    row.group,
    String(row.dialogues),
    percent(row.passRate),
    `${row.wrongWrites} (${percent(row.wrongWriteRate)})`,
    String(row.needlessQuestions),
    row.p50.toFixed(0),
    row.p95.toFixed(0),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? '').length)))
  write(`\n${model}`)
  for (const line of [head, ...lines])
    write(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
}

export const printFailures = (results: readonly DialogueResult[], write: (line: string) => void): void => {
  for (const result of results.filter(({ passed }) => !passed)) {
    write(`\n✗ ${result.id}`)
    for (const turn of result.turns.filter(({ faults }) => faults.length > 0)) {
      write(`  > ${turn.said}\n  < ${turn.reply.replaceAll('\n', ' / ')}`)
      for (const call of turn.tools) write(`    ${call}`)
      for (const fault of turn.faults) write(`    - ${fault}`)
    }
  }
}

/** What is below its floor, in words; empty when the model may pass. */
export const belowFloor = (total: Figures, floor: Floor): string[] => [
  ...(total.passRate < floor.passRate ? [`passed ${percent(total.passRate)}, floor ${percent(floor.passRate)}`] : []),
  ...(total.wrongWriteRate > floor.wrongWriteRate
    ? [`wrong writes ${percent(total.wrongWriteRate)} of turns, at most ${percent(floor.wrongWriteRate)}`]
    : []),
]

export const saveReport = (model: string, rows: readonly Figures[], results: readonly DialogueResult[]): void => {
  const folder = new URL('reports/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${model}.json`, folder), JSON.stringify({ model, figures: rows, results }, null, 2))
}
