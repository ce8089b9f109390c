import { knownSources } from '../knowledge/sources.ts'
import type { Severity, Source } from './assess-types.ts'

const order: readonly Severity[] = ['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated']

/** Negative when `one` is the stricter: sorts the strictest first. */
export const stricterFirst = (one: Severity, other: Severity): number => order.indexOf(other) - order.indexOf(one)

/** The strictest of several; nothing at all cannot be assessed. */
export const strictest = (severities: readonly Severity[]): Severity =>
  severities.toSorted(stricterFirst)[0] ?? 'unknown'

/** Full sources of the ids that findings cite, each once, in order of first use. */
export const sourcesOf = (ids: readonly string[]): Source[] => {
  const wanted = new Set(ids)
  return [...wanted].flatMap((id) => knownSources.filter((source) => source.id === id))
}
