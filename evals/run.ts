// npm run eval [-- --model built-in --domain finance --only two_expenses]: plays all dialogues against each model and fails below the floors.
import { parseArgs } from 'node:util'
import type { Dialogue } from './dialogue.ts'
import { type Contender, contenders } from './models.ts'
import { type DialogueResult, play } from './play.ts'
import { belowFloor, printFailures, printTable, saveReport, tabulate } from './report.ts'
import { loadDialogues } from './suites.ts'

const { values: flags } = parseArgs({
  options: { model: { type: 'string' }, domain: { type: 'string' }, only: { type: 'string' } },
})
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const playAll = async (
  contender: Contender,
  dialogues: readonly Dialogue[],
): Promise<{ results: DialogueResult[]; harmed: string[] }> => {
  const server = await contender.serve()
  try {
    const results: DialogueResult[] = []
    const queue = dialogues.entries()
    const worker = async (): Promise<void> => {
      for (const [index, dialogue] of queue) results[index] = await play(server, dialogue, contender)
    }
    await Promise.all(Array.from({ length: contender.atOnce }, worker))
    return { results, harmed: (await server.harmed?.()) ?? [] }
  } finally {
    await server.stop()
  }
}

const dialogues = await loadDialogues(flags)
const chosen = contenders.filter(({ name }) => flags.model === undefined || name === flags.model)
if (dialogues.length === 0 || chosen.length === 0)
  throw new Error('nothing to play: check --model, --domain and --only')

const complaints: string[] = []
for (const contender of chosen) {
  const { results, harmed } = await playAll(contender, dialogues)
  const rows = tabulate(results)
  printFailures(results, say)
  printTable(contender.name, rows, say)
  saveReport(contender.name, rows, results)
  complaints.push(...harmed.map((what) => `${contender.name}: ${what}`))
  const total = rows.at(-1)
  if (total) complaints.push(...belowFloor(total, contender.floor).map((what) => `${contender.name}: ${what}`))
}
for (const complaint of complaints) say(`below the floor: ${complaint}`)
process.exitCode = complaints.length > 0 ? 1 : 0
