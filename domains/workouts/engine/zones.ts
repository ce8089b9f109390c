/** Heart-rate limits and zones of a person. */

export interface Body {
  /** Full years; null when unknown. */
  age: number | null
  sex: 'male' | 'female' | null
  /** Measured maximum and resting heart rate, beats a minute. */
  heartRateMax: number | null
  heartRateRest: number | null
  /** Functional threshold power, watts. */
  powerWatts: number | null
}

/** Maximum by age for those over it: the equation was made from adults. */
const ADULT = 18
/** 208 − 0.7 × age (Tanaka, Monahan & Seals, J Am Coll Cardiol 2001;37:153–156); ± 10 beats between people. */
const tanaka = (age: number): number => Math.round(208 - 0.7 * age)

export interface Maximum {
  beats: number
  from: 'measured' | 'age'
}
/** The measured maximum, else the one expected at an adult's age, else unknown. */
export const maximumOf = (body: Body): Maximum | null => {
  if (body.heartRateMax !== null) return { beats: body.heartRateMax, from: 'measured' }
  if (body.age !== null && body.age >= ADULT) return { beats: tanaka(body.age), from: 'age' }
  return null
}

/** Share of the heart-rate reserve that a rate takes, 0 to 1 (Karvonen 1957); null while a limit is unknown. */
export const reserveShare = (heartRate: number, body: Body): number | null => {
  const maximum = maximumOf(body)
  if (!maximum || body.heartRateRest === null || maximum.beats <= body.heartRateRest) return null
  return Math.min(1, Math.max(0, (heartRate - body.heartRateRest) / (maximum.beats - body.heartRateRest)))
}

export interface Zones {
  method: 'measured_max' | 'age' | 'reserve'
  maximum: number
  resting: number | null
  /** `from` inclusive, `to` exclusive except in the last; beats a minute. */
  bounds: { zone: number; from: number; to: number }[]
}
const SHARES = [0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

/**
 * Five zones of 50–60–70–80–90–100 %: of the reserve when the resting rate is known (Karvonen 1957), else of the maximum.
 * Null when no maximum can be given.
 */
export const zonesOf = (body: Body): Zones | null => {
  const maximum = maximumOf(body)
  if (!maximum) return null
  const rest = body.heartRateRest !== null && body.heartRateRest < maximum.beats ? body.heartRateRest : null
  const edge = (share: number): number => Math.round((rest ?? 0) + share * (maximum.beats - (rest ?? 0)))
  return {
    method: rest !== null ? 'reserve' : maximum.from === 'measured' ? 'measured_max' : 'age',
    maximum: maximum.beats,
    resting: rest,
    bounds: SHARES.slice(0, 5).map((share, index) => ({
      zone: index + 1,
      from: edge(share),
      to: edge(SHARES[index + 1] ?? 1),
    })),
  }
}

/** Whole seconds in zones 1 to 5; below zone 1 counts nowhere, above the maximum counts in zone 5. */
export const zoneSeconds = (times: readonly { heartRate: number; seconds: number }[], zones: Zones): number[] => {
  const sums = [0, 0, 0, 0, 0]
  for (const { heartRate, seconds } of times) {
    const zone = zones.bounds.findLast(({ from }) => heartRate >= from)
    if (zone) sums[zone.zone - 1] = (sums[zone.zone - 1] ?? 0) + seconds
  }
  return sums.map(Math.round)
}
