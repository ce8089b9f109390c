import type { Clause } from './clause.ts'
import type { Cues } from './cues.ts'
import { CALENDAR } from './evidence/calendar.ts'
import type { Evidence } from './evidence/contract.ts'
import { FINANCE } from './evidence/money.ts'
import { PERSON } from './evidence/person.ts'
import { PLANS } from './evidence/plans.ts'
import { SCOPE } from './evidence/scope.ts'

const ALL: readonly Evidence[] = [...PLANS, ...CALENDAR, ...FINANCE, ...PERSON, ...SCOPE]

/** The product of all that speaks for and against a tool, for each name asked about. */
export const weigh = (plain: string, cues: Cues, clause: Clause): ((tool: string) => number) => {
  const held = ALL.filter((evidence) => evidence.when(plain, cues, clause))
  return (tool) =>
    held.reduce((product, evidence) => (evidence.tools.test(tool) ? product * evidence.factor : product), 1)
}
