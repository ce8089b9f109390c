import type { Message, MessageParam } from '../../../core/messages.ts'
import type { Reason } from '../schema/insight.ts'
import type { BestShape, SetShape, WorkoutShape } from '../schema.ts'
import { paceKind } from './pace.ts'
import { MILE, rounded, toMiles, toPounds, type Units } from './units.ts'

/** How workouts are said: lengths and weights in the reader's units, never a figure that was not computed here. */
export const say = (key: string, params: Record<string, MessageParam> = {}): Message => ({
  key: `workouts.${key}`,
  params,
})

/** Items side by side: `first, second, third`; with `lines` one under another. */
export const joined = (items: readonly Message[], by: 'join' | 'join_semicolon' = 'join'): MessageParam => {
  const [head, ...tail] = items
  if (!head) return ''
  return tail.length === 0 ? head : say(by, { head, tail: joined(tail, by) })
}

export const saidSport = (sport: string): Message => say(`sport_${sport}`)

/** `5,2 км`, `400 м`, `3.1 mi`; short ways in a pool stay metres for everybody. */
export const saidDistance = (metres: number, units: Units): Message => {
  if (units === 'imperial' && metres >= 800) return say('miles', { value: rounded(toMiles(metres), 2) })
  if (metres < 1_000) return say('metres', { value: metres })
  return say('kilometres', { value: rounded(metres / 1_000, 2) })
}
/** Pools are measured in metres and paced per 100 of them, so nobody reads a swim in miles. */
export const unitsFor = (sport: string | null, units: Units): Units =>
  sport !== null && paceKind(sport) === 'per_100m' ? 'metric' : units
/** `27 мин`, `1 ч 5 мин`; seconds only under ten minutes. */
export const saidMinutes = (minutes: number): Message => {
  const total = Math.round(minutes)
  if (minutes < 10 && Math.round(minutes * 60) % 60 !== 0)
    return say('clock', { value: clock(Math.round(minutes * 60)) })
  const hours = Math.floor(total / 60)
  if (hours === 0) return say('minutes', { m: total })
  return total % 60 === 0 ? say('hours', { h: hours }) : say('hours_minutes', { h: hours, m: total % 60 })
}
/** `5:24`. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
export const saidPace = (secondsPerKm: number, units: Units): Message =>
  units === 'imperial'
    ? say('pace_mile', { value: clock(Math.round((secondsPerKm * MILE) / 1_000)) })
    : say('pace_km', { value: clock(Math.round(secondsPerKm)) })
export const saidSpeed = (kmh: number, units: Units): Message =>
  units === 'imperial'
    ? say('mph', { value: rounded((kmh * 1_000) / MILE, 1) })
    : say('kmh', { value: rounded(kmh, 1) })
export const saidWeight = (kilograms: number, units: Units): Message =>
  units === 'imperial'
    ? say('pounds', { value: rounded(toPounds(kilograms * 1_000), 1) })
    : say('kilograms', { value: rounded(kilograms, 1) })

const saidTempo = (workout: WorkoutShape, units: Units): Message | null => {
  if (workout.paceSecondsPerKm !== null) return saidPace(workout.paceSecondsPerKm, units)
  if (workout.paceSecondsPer100m !== null) return say('pace_100m', { value: clock(workout.paceSecondsPer100m) })
  return workout.speedKmh === null ? null : saidSpeed(workout.speedKmh, units)
}

/** Equal sets in a row as one: `жим 3×8 по 60 кг`. */
const saidSets = (sets: readonly SetShape[], units: Units): Message[] => {
  const groups: { set: SetShape; n: number }[] = []
  for (const set of sets) {
    const last = groups.at(-1)
    const same = (['exercise', 'reps', 'seconds', 'weightKg'] as const).every((key) => last?.set[key] === set[key])
    if (last && same) last.n += 1
    else groups.push({ set, n: 1 })
  }
  return groups.slice(0, 10).map(({ set, n }) => {
    const amount = set.reps === null ? say('seconds', { s: set.seconds ?? 0 }) : say('count', { n: set.reps })
    const params = { exercise: set.exercise, n, amount }
    return set.weightKg ? say('set_weight', { ...params, weight: saidWeight(set.weightKg, units) }) : say('set', params)
  })
}

/** What is known of a workout, in one line after its sport. */
export const saidWorkout = (workout: WorkoutShape, units: Units): Message => {
  const parts: Message[] = []
  const distance =
    workout.distanceMeters === null ? null : saidDistance(workout.distanceMeters, unitsFor(workout.sport, units))
  const minutes = workout.durationMinutes === null ? null : saidMinutes(workout.durationMinutes)
  if (distance && minutes) parts.push(say('distance_in', { distance, minutes }))
  else if (distance ?? minutes) parts.push(...[distance, minutes].filter((part) => part !== null))
  parts.push(...saidSets(workout.sets, units))
  const tempo = saidTempo(workout, units)
  if (tempo) parts.push(tempo)
  if (workout.heartRateAvg !== null) parts.push(say('heart_rate', { bpm: workout.heartRateAvg }))
  if (workout.rpe !== null) parts.push(say('rpe', { rpe: workout.rpe }))
  const sport = saidSport(workout.sport)
  return parts.length === 0 ? sport : say('workout', { sport, parts: joined(parts) })
}

/** A personal best with what it beat. */
export const saidBest = (best: BestShape, units: Units): Message => {
  const swum = paceKind(best.sport) === 'per_100m'
  const lengths = unitsFor(best.sport, units)
  const value = (amount: number): MessageParam => {
    switch (best.kind) {
      case 'longest_distance':
        return saidDistance(amount, lengths)
      case 'longest_time':
        return saidMinutes(amount / 60)
      case 'fastest_pace':
        // A pace is kept in seconds a kilometre whatever the sport.
        return swum ? say('pace_100m', { value: clock(Math.round(amount / 10)) }) : saidPace(amount, units)
      case 'most_reps':
        return say('count', { n: amount })
      default:
        return saidWeight(amount, units)
    }
  }
  return say(`best_${best.kind}`, {
    value: value(best.value),
    exercise: best.exercise ?? '',
    over: best.overMeters === null ? '' : saidDistance(best.overMeters, lengths),
    before: best.previous === null ? '' : say('best_before', { value: value(best.previous) }),
  })
}

/** A reason as its sentence. Names that are keys in the parameters are rendered by their own messages. */
export const saidReason = (reason: Reason): Message => {
  const params: Record<string, MessageParam> = {}
  for (const [name, value] of Object.entries(reason.params))
    params[name] = name === 'date' && typeof value === 'string' ? { date: value } : value
  return say(`reason_${reason.code}`, params)
}

/** The same messages with a remark that there is more. */
export const shownOf = <T>(
  items: readonly T[],
  total: number,
  most = 10,
): { shown: readonly T[]; more: MessageParam } => {
  const shown = items.slice(0, most)
  return { shown, more: total > shown.length ? say('more', { n: total - shown.length }) : '' }
}
