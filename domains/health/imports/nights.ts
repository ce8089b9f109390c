// Pieces of sleep joined into spells: nights and naps. The same pieces in any order give the same spells.
import type { SleepStage } from './rows.ts'

export interface Piece {
  stage: SleepStage
  start: number
  end: number
}

export interface NightSpell {
  start: number
  end: number
  /** Time asleep, without what lay awake in between. */
  minutes: number
  /** Minutes by stage; null of a device that only tells asleep from not. */
  stages: Record<string, number> | null
}

/**
 * Up for less than this, it is still the same sleep. Sleep diaries count getting up at night as waking after sleep onset
 * (Carney C.E. et al., The Consensus Sleep Diary, Sleep 2012;35(2):287–302), devices leave a gap where it is worn off.
 */
export const GAP_MS = 60 * 60_000

export type Interval = Pick<Piece, 'start' | 'end'>

/** Length of what the intervals cover together, in milliseconds; overlaps count once. */
const covered = (intervals: readonly Interval[]): number => {
  let [total, until] = [0, Number.NEGATIVE_INFINITY]
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    if (end <= until) continue
    total += end - Math.max(start, until)
    until = end
  }
  return total
}

const minutes = (ms: number): number => Math.round(ms / 6_000) / 10

const isAsleep = ({ stage }: Piece): boolean => stage !== 'in_bed' && stage !== 'awake'

/** Pieces that follow one another without a gap. */
const joined = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1)
    if (last && piece.start - until <= GAP_MS) last.push(piece)
    else groups.push([piece])
    until = Math.max(until, piece.end)
  }
  return groups
}

const spellOf = (group: readonly Piece[]): NightSpell | null => {
  const asleep = group.filter(isAsleep)
  if (asleep.length === 0) return null
  const start = Math.min(...asleep.map((piece) => piece.start))
  const end = Math.max(...asleep.map((piece) => piece.end))
  const of = (stage: SleepStage): number => {
    const within = group.filter((piece) => piece.stage === stage && piece.end > start && piece.start < end)
    return minutes(
      covered(within.map((piece) => ({ start: Math.max(piece.start, start), end: Math.min(piece.end, end) }))),
    )
  }
  const staged = asleep.some(({ stage }) => stage !== 'asleep')
  const stages = staged ? { deep: of('deep'), rem: of('rem'), light: of('core'), awake: of('awake') } : null
  return { start, end, minutes: minutes(covered(asleep)), stages }
}

/** Spells of one device in order, and when it saw somebody in bed without knowing whether they slept. */
export const spellsOf = (pieces: readonly Piece[]): { spells: NightSpell[]; inBedOnly: Interval[] } => {
  const spells: NightSpell[] = []
  const inBedOnly: Interval[] = []
  for (const group of joined(pieces)) {
    const spell = spellOf(group)
    const [first] = group
    if (spell && spell.minutes > 0) spells.push(spell)
    else if (first?.stage === 'in_bed')
      inBedOnly.push({ start: first.start, end: Math.max(...group.map(({ end }) => end)) })
  }
  return { spells, inBedOnly }
}
