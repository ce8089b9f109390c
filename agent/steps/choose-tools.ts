import type { Run } from '../state.ts'
import { openWrites } from './intent-lock.ts'

/** Tools that any message may need: taking the last thing back, what was told, what is planned. */
const ALWAYS = ['account_undo_last', 'memory_search', 'calendar_list_events']

/**
 * The intent lock: about a dozen tools by meaning, from the person's own words (this message, then the two before it for
 * follow-ups). A tool that changes a row brings the list of its domain along, since a row is found before it is changed.
 */
export const chooseTools = (run: Run, text: string): string[] => {
  const names = [...run.deps.registry.entries.keys()]
  // The planner is code and obeys no text; a model that reads rows is held to what the person may have meant.
  if (!run.brain.external) return names
  const earlier = run.history
    .filter((message) => message.role === 'user')
    .slice(-2)
    .map((message) => message.text)
  const chosen = new Set(run.deps.rankTools(text, 9))
  for (const before of earlier) for (const name of run.deps.rankTools(before, 3)) chosen.add(name)
  for (const message of run.history.slice(-4))
    for (const trace of message.tools ?? []) addKin(chosen, names, trace.name)
  for (const name of [...chosen]) addKin(chosen, names, name)
  for (const name of ALWAYS) if (run.deps.registry.entries.has(name)) chosen.add(name)
  const open = openWrites(run, text)
  for (const name of open) addKin(chosen, names, name)
  const reads = [...chosen].filter((name) => run.deps.registry.entries.get(name)?.tool.risk === 'read')
  return [...reads, ...open]
}

const READS_BEFORE = /_(?:list|get|search)_/u
/** The list tool of the same noun: `calendar_update_event` → `calendar_list_events`. */
const addKin = (chosen: Set<string>, names: readonly string[], name: string): void => {
  const [domain, ...words] = name.split('_')
  const noun = words.at(-1) ?? ''
  for (const other of names)
    if (other.startsWith(`${domain}_`) && READS_BEFORE.test(other) && other.includes(`_${noun.replace(/y$/u, 'i')}`))
      chosen.add(other)
  if (READS_BEFORE.test(name) || !name.includes('_add_')) return
  for (const other of names) if (other === `${domain}_update_${noun}`) chosen.add(other)
}
