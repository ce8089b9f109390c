import type { EnergyCurve, Minute, Span } from './types.ts'

/**
 * How much a person has to give through a day, 0..1 per quarter hour.
 *
 * - Two processes: Borbély (1982), "A two process model of sleep regulation", Hum Neurobiol 1:195–204.
 * - Their published form with sleep inertia as the third: Åkerstedt, Folkard (1997), Chronobiol Int 14:115–123;
 *   S falls awake to 2.4 by e^(−0.0353 t) and rises asleep to 14.3 by e^(−0.3813 t), C = 2.5 cos(2π(t − 16.8)/24),
 *   W = −5.72 e^(−1.51 t), hours.
 * - The dip after noon as the 12-hour term a(cos(2π(t − 19.8)/12) − 1) of Ingre et al. (2014), PLoS ONE 9:e108679; its
 *   0.5 only flattens the afternoon, a = 1 is ours, so that there is the dip of Monk (2005), Clin Sports Med 24:e15.
 * - Debt: performance falls about linearly with the hours of sleep missed over days: Van Dongen et al. (2003), Sleep
 *   26:117–126. The slope per hour on this scale is ours, as are the small weights of stress, mood and training load.
 */

export interface EnergyInputs {
  /** The day to draw, and when the person woke. */
  span: Span
  wake: Minute | null
  /** Last night. */
  sleptMinutes: number | null
  /** Missed against the need over the last days, last night included. */
  debtMinutes: number | null
  /** The middle of the usual night (chronotype), as an instant of this day's night. */
  midSleep: Minute | null
  /** 0 none … 1 most. */
  stress: number | null
  /** 0 worst … 1 best. */
  mood: number | null
  /** Training of the last week against the last month; 1 as usual. */
  loadRatio: number | null
}

export type EnergyInput = Exclude<keyof EnergyInputs, 'span'>

export interface Energy {
  curve: EnergyCurve
  /** Demanding minutes the day carries. */
  demandingMinutes: number
  /** What was used: given, or assumed for what is in `missing`. */
  used: Record<EnergyInput, number>
  missing: EnergyInput[]
}

const S = { low: 2.4, high: 14.3, fall: 0.0353, rise: 0.3813, bedtime: 9 } as const
const ACROPHASE_AFTER_MID_SLEEP = 13.8
const DIP_PHASE_AFTER_MID_SLEEP = 16.8
/** Alertness of 3 is fighting sleep, 16 the height of a rested day (scale of the three-process model). */
const SCALE = { from: 3, to: 16 } as const
const OURS = { dip: 1, debtPerHour: 0.25, mostDebt: 4, stress: 1, mood: 1, load: 1.5 } as const
/** About four hours a day of demanding practice is what experts keep up: Ericsson et al. (1993), Psychol Rev 100:363–406. */
const RESTED = { minutes: 240, mean: 0.65 } as const
const QUARTER = 15
const HOUR = 60

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null)

const usedOf = (inputs: EnergyInputs): Pick<Energy, 'used' | 'missing'> => {
  const wake = finite(inputs.wake) ?? inputs.span.from
  const slept = finite(inputs.sleptMinutes) ?? 450
  const assumed: Record<EnergyInput, number> = {
    wake,
    sleptMinutes: slept,
    debtMinutes: Math.max(0, 480 - slept),
    midSleep: wake - 240,
    stress: 0.3,
    mood: 0.6,
    loadRatio: 1,
  }
  const names = Object.keys(assumed) as EnergyInput[]
  const used = Object.fromEntries(names.map((name) => [name, finite(inputs[name]) ?? assumed[name]]))
  return { used: used as Record<EnergyInput, number>, missing: names.filter((name) => finite(inputs[name]) === null) }
}

/** Alertness on the scale of the three-process model, `awake` hours after waking, `phase` hours after mid-sleep. */
const alertness = (used: Record<EnergyInput, number>, awake: number, phase: number): number => {
  const waking = S.high - (S.high - S.bedtime) * Math.exp((-S.rise * clamp(used.sleptMinutes, 0, 960)) / HOUR)
  const homeostatic = S.low + (waking - S.low) * Math.exp(-S.fall * awake)
  const circadian = 2.5 * Math.cos((2 * Math.PI * (phase - ACROPHASE_AFTER_MID_SLEEP)) / 24)
  const dip = -OURS.dip + OURS.dip * Math.cos((2 * Math.PI * (phase - DIP_PHASE_AFTER_MID_SLEEP)) / 12)
  const inertia = -5.72 * Math.exp(-1.51 * awake)
  const debt = Math.min(OURS.mostDebt, (OURS.debtPerHour * Math.max(0, used.debtMinutes)) / HOUR)
  const strain =
    OURS.stress * (clamp(used.stress, 0, 1) - 0.3) +
    OURS.mood * (0.6 - clamp(used.mood, 0, 1)) +
    OURS.load * clamp(used.loadRatio - 1.3, 0, 1)
  return homeostatic + circadian + dip + inertia - debt - strain
}

/** The curve of a day, what it allows, and what it was drawn from. Less sleep is nowhere higher. */
export const energyOf = (inputs: EnergyInputs): Energy => {
  const { used, missing } = usedOf(inputs)
  const from = Math.floor(inputs.span.from / QUARTER) * QUARTER
  const count = Math.max(0, Math.ceil((inputs.span.to - from) / QUARTER))
  const values = Array.from({ length: count }, (_, quarter) => {
    const at = from + quarter * QUARTER
    if (at < used.wake) return 0
    const level = alertness(used, (at - used.wake) / HOUR, (at - used.midSleep) / HOUR)
    return clamp((level - SCALE.from) / (SCALE.to - SCALE.from), 0, 1)
  })
  const waking = values.filter((_, quarter) => {
    const awake = from + quarter * QUARTER - used.wake
    return awake >= 0 && awake < 16 * HOUR
  })
  const mean = waking.reduce((sum, value) => sum + value, 0) / Math.max(1, waking.length)
  const share = clamp(mean / RESTED.mean, 0, 1.25) ** 2
  return { curve: { from, values }, demandingMinutes: Math.floor((RESTED.minutes * share) / 5) * 5, used, missing }
}
