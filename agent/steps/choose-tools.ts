import type { Run } from '../state.ts'

/** Tools that any message may need: taking the last thing back. */
const ALWAYS = ['account_undo_last']

/**
 * The intent lock: about a dozen tools by meaning, from the person's own words (this message, then the two before it for
 * follow-ups). A tool that changes a row brings the list of its domain along, since a row is found before it is changed.
 */
export const chooseTools = (run: Run, text: string): string[] => {
  const names = [...run.deps.registry.entries.keys()]
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
  // The planner is code and obeys no text; a model that reads rows is held to what the person may have meant.
  return run.brain.external ? [...chosen].filter(withinIntent(run, [text, ...earlier])) : [...chosen]
}

/**
 * From here a tool may be what a message asks for. Measured on the phrases never trained on: the right writing tool is at
 * 1 % or more in 99.4 % of messages that ask for one, and a message that only asks to see leaves 1.1 of them open.
 */
const POSSIBLE = 0.01
/** A message that surely asks to see something opens a writing tool only from here. */
const SURELY_READS = 0.8
const POSSIBLE_BESIDE = 0.1

const withinIntent = (run: Run, texts: readonly string[]): ((name: string) => boolean) => {
  const isRead = (name: string): boolean => run.deps.registry.entries.get(name)?.tool.risk === 'read'
  const opens = texts.map((text) => {
    const shares = run.deps.toolShares(text)
    const reads = [...shares].some(([name, share]) => share >= SURELY_READS && isRead(name))
    return { shares, from: reads ? POSSIBLE_BESIDE : POSSIBLE }
  })
  return (name) => isRead(name) || opens.some(({ shares, from }) => (shares.get(name) ?? 0) >= from)
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
