import { globSync } from 'node:fs'
import type { Dialogue, Turn } from './dialogue.ts'

const ROOT = new URL('../', import.meta.url)

export interface Choice {
  domain?: string | undefined
  /** Part of an id. */
  only?: string | undefined
}

/** All dialogues of all rooms, from each `*.eval.ts` beside the code it proves. */
export const loadDialogues = async ({ domain, only }: Choice): Promise<Dialogue[]> => {
  const files = globSync(['domains/*/*.eval.ts', 'memory/*.eval.ts'], { cwd: ROOT }).sort()
  const suites = await Promise.all(
    files.map(async (file) => ((await import(new URL(file, ROOT).href)) as { dialogues: Dialogue[] }).dialogues),
  )
  const all = suites.flat()
  const ids = new Set(all.map(({ id }) => id))
  if (ids.size !== all.length) throw new Error('two dialogues have the same id')
  for (const { id, turns } of all) {
    if (turns.length < 2) throw new Error(`${id}: a dialogue has at least two turns`)
    const [silent] = turns.filter((turn, index) => !saysWhatIsIdeal(turn) && !turns[index - 1]?.expect.pending)
    if (silent) throw new Error(`${id}: what would a perfect model do after ${JSON.stringify(silent.say)}?`)
  }
  return all.filter(
    (one) => (domain === undefined || one.domain === domain) && (only === undefined || one.id.includes(only)),
  )
}

/** The answer to a confirmation is read by code; everything else is for a model. */
const saysWhatIsIdeal = ({ looks, calls, replies }: Turn): boolean =>
  looks !== undefined || calls !== undefined || replies !== undefined
