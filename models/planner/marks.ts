import type { Clause } from './clause.ts'
import { type Cues, cuesOf } from './cues.ts'
import { RULES } from './rules.ts'
import { CALENDAR } from './signs/calendar.ts'
import { FINANCE } from './signs/money.ts'
import { PERSON } from './signs/person.ts'
import { PLANS } from './signs/plans.ts'
import { SCOPE } from './signs/scope.ts'
import { repairCommands } from './spelling.ts'

const ALL = [...PLANS, ...CALENDAR, ...FINANCE, ...PERSON, ...SCOPE]
const FLAGS = ['question', 'amount', 'money', 'when', 'repeated', 'pronoun'] as const

export interface Signs {
  /** The clause in lower case, mistyped command words put right. */
  plain: string
  cues: Cues
  marks: string[]
}

/** What was read of each clause: several questions are asked of one. */
const read = new WeakMap<Clause, Signs>()

/** What of a clause says which tool is meant. */
export const signsOf = (clause: Clause): Signs => {
  let signs = read.get(clause)
  if (!signs) {
    const plain = repairCommands(clause.plain)
    const cues = cuesOf(clause, plain)
    signs = { plain, cues, marks: marksOf(plain, cues, clause) }
    read.set(clause, signs)
  }
  return signs
}

/**
 * What grammar sees in a clause, as names: which signs hold, which rule would take it, what is mentioned, what is to be
 * done with what. Training finds what each is worth.
 */
const marksOf = (plain: string, cues: Cues, clause: Clause): string[] => {
  const marks = ALL.flatMap((sign, index) => (sign(plain, cues, clause) ? [`sign ${index}`] : []))
  const rule = RULES.find((one) => one.when(plain, cues, clause))
  if (rule) marks.push(`rule ${rule.tool}`)
  const kinds = [...new Set(clause.mentions.map(({ kind }) => kind))].sort()
  const ops = [...cues.ops]
  const nouns = [...cues.nouns]
  marks.push(
    ...kinds,
    `all ${kinds.join(' ')}`,
    ...ops,
    ...nouns,
    ...ops.flatMap((op) => [...nouns, ...kinds].map((other) => `${op} ${other}`)),
    ...nouns.flatMap((noun) => kinds.map((kind) => `${noun} ${kind}`)),
    `flags ${FLAGS.map((flag) => Number(cues[flag])).join('')}`,
  )
  if (cues.question) marks.push('question')
  const [first] = clause.mentions
  const last = clause.mentions.at(-1)
  if (first?.start === 0) marks.push(`first ${first.kind}`)
  if (last && last.end >= clause.plain.trimEnd().length - 1) marks.push(`last ${last.kind}`)
  return marks
}
