import { type Clause, mentionsOf } from './clause.ts'
import { cuesOf } from './cues.ts'
import { contentStems, shareIn } from './reference.ts'
import { fill } from './slots/fill.ts'
import type { Draft } from './types.ts'
import type { Deps } from './understand.ts'

const TOOL = 'memory_search'

/** Words a question is made of; what is left is what it asks about. */
const ASKING = new Set(
  contentStems(
    'где когда как какой какая какое какие кто что чего сколько куда почему зачем есть ли у меня мне мой я ты меня был была было быть это зовут называется помнишь знаешь скажи напомни а и ну же ' +
      "where when how what what's which who whose why is am are was were do does did has have much many long old name called remember know tell me i my you s t it this that the to",
  ),
)
/** Plans and money are asked of their own rows. */
const OWN_ROWS = ['event', 'task', 'reminder', 'note', 'budget', 'account', 'transaction', 'free'] as const

/** "где ключи от дачи?": a question all of whose words are in one remembered fact is answered from memory. */
export const recalled = (deps: Deps, clause: Clause): Draft | undefined => {
  const tool = deps.toolbox.get(TOOL)
  const { facts = [] } = deps.context
  if (!tool || facts.length === 0) return undefined
  const cues = cuesOf(clause)
  if (!cues.question || OWN_ROWS.some((noun) => cues.nouns.has(noun))) return undefined
  if (mentionsOf(clause, 'date', 'instant', 'range', 'money').length > 0) return undefined
  const asked = contentStems(clause.plain).filter((stem) => !ASKING.has(stem))
  const known = asked.length > 0 && facts.some((fact) => shareIn(asked, fact) === 1)
  return known ? fill(tool, clause, deps) : undefined
}
