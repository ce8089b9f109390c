// Which break fits now: a published rule over what is known, the same facts give the same break.
import { type Need, TECHNIQUES, type Technique } from '../knowledge/breaks.ts'
import type { Place } from '../schema.ts'

/** What is known of now; null is not known and argues for nothing. */
export interface BreakFacts {
  /** The last check-in of today. */
  stress: number | null
  energy: number | null
  /** Last night, minutes. */
  sleepMinutes: number | null
  /** Fixed times of the day, minutes. */
  loadMinutes: number
  minutes: number | null
  place: Place | null
  /** Canonical names of conditions and injuries. */
  safety: readonly string[]
  /** An injury in words that no table knows: every movement is left out, since what it speaks against is unknown. */
  unknownInjury: string | null
  /** Offered today, whatever came of it: not again today. */
  offeredToday: readonly string[]
  /** Offered in the days before, newest first: others come first. */
  offeredBefore: readonly string[]
}

/** 7 and more of 10 counts as stress, 3 and less as low energy. */
const STRESS_FROM = 7
const ENERGY_TO = 3
/** Adults need seven hours and more (AASM/SRS consensus, Watson et al., 2015); under six is called short here. */
export const SHORT_SLEEP_MINUTES = 360
/** Half a working day of fixed times. */
const LOADED_FROM = 240

const WEIGHTS: Readonly<Record<Need, number>> = { stress: 4, tired: 3, loaded: 2, any: 1 }

const tiredBy = ({ sleepMinutes, energy }: BreakFacts): Choice['tiredBy'] => [
  ...(sleepMinutes !== null && sleepMinutes < SHORT_SLEEP_MINUTES ? (['short_sleep'] as const) : []),
  ...(energy !== null && energy <= ENERGY_TO ? (['low_energy'] as const) : []),
]

/** What this moment asks for, the strongest first; `any` when it is nothing in particular. */
const needsOf = (facts: BreakFacts): Need[] => {
  const needs: Need[] = []
  if (facts.stress !== null && facts.stress >= STRESS_FROM) needs.push('stress')
  if (tiredBy(facts).length > 0) needs.push('tired')
  if (facts.loadMinutes >= LOADED_FROM) needs.push('loaded')
  return needs.length > 0 ? needs : ['any']
}

export interface Choice {
  technique: Technique | null
  needs: Need[]
  /** What makes it `tired`. */
  tiredBy: ('short_sleep' | 'low_energy')[]
  excluded: { technique: string; because: string }[]
}

/**
 * The rule: leave out what the safety profile speaks against, what was offered today, what does not fit the place or the
 * time; of the rest take the largest sum of the weights of the needs it helps (stress 4, tired 3, loaded 2, any 1), one
 * less when it was offered in the last days; equals in the order of the table.
 */
export const chooseBreak = (facts: BreakFacts): Choice => {
  const needs = needsOf(facts)
  const excluded = TECHNIQUES.flatMap(({ key, kind, avoidWith }) => {
    const because =
      avoidWith.find((name) => facts.safety.includes(name)) ?? (kind === 'movement' ? facts.unknownInjury : null)
    return because ? [{ technique: key, because }] : []
  })
  const possible = TECHNIQUES.filter(
    (technique) =>
      !excluded.some((one) => one.technique === technique.key) &&
      !facts.offeredToday.includes(technique.key) &&
      (facts.place === null || technique.places.includes(facts.place)) &&
      (facts.minutes === null || technique.minutes <= facts.minutes),
  )
  const scoreOf = ({ key, helps }: Technique): number =>
    needs.reduce((sum, need) => sum + (helps.includes(need) ? WEIGHTS[need] : 0), 0) -
    (facts.offeredBefore.includes(key) ? 1 : 0)
  const ranked = [...possible].sort((a, b) => scoreOf(b) - scoreOf(a))
  return { technique: ranked[0] ?? null, needs, tiredBy: tiredBy(facts), excluded }
}
