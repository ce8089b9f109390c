import { type Clause, mentionsOf } from '../clause.ts'
import { COMMANDS, type Cues } from '../cues.ts'
import { words } from '../words.ts'

/** What might be is not a request to record it. */
export const HYPOTHETICAL = words(
  'если бы|хватит ли|стоит ли|бы|представь|допустим|предположим|а что если|а вдруг',
  "what if|if i|should i|would|suppose|imagine|let's say|hypothetically|wonder|wondering",
)

const wordsLeft = (clause: Clause): number => {
  let rest = clause.plain
  for (const mention of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, mention.start)} ${rest.slice(mention.end)}`
  return rest.match(/\p{L}{3,}/gu)?.length ?? 0
}

/** "450 на такси", "кофе 300": a sum and what it was for, nothing else. */
export const isBareExpense = (clause: Clause, cues: Cues): boolean => {
  if (cues.question || HYPOTHETICAL.test(clause.plain)) return false
  const sums = mentionsOf(clause, 'money', 'number')
  const [sum] = sums
  if (!sum || sums.length > 1) return false
  if (mentionsOf(clause, 'instant', 'duration', 'window', 'delay', 'rrule', 'shift', 'percent').length > 0) return false
  if (mentionsOf(clause, 'time').some((time) => time.exact)) return false
  if (sum.kind === 'number' && sum.value < 3) return false
  if (COMMANDS.some((op) => cues.ops.has(op))) return false
  for (const noun of ['event', 'task', 'reminder', 'note', 'budget', 'account', 'free'] as const)
    if (cues.nouns.has(noun)) return false
  const count = wordsLeft(clause)
  return count >= 1 && count <= 3
}
