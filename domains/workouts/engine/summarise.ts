/** What a row of samples says of a workout: pure, the same for every file format. */

export interface Sample {
  /** Epoch milliseconds. */
  at: number
  /** Beats a minute. */
  heartRate: number | null
  /** Degrees, WGS 84. */
  latitude: number | null
  longitude: number | null
  /** Metres. */
  altitude: number | null
  /** Metres from the start, as the device counted. */
  distance: number | null
  /** Metres a second. */
  speed: number | null
  cadence: number | null
  /** Watts. */
  power: number | null
  /** Number of the part between two pauses, when the file marks them; a step from one to the next is a pause. */
  segment?: number
}

export interface Summary {
  /** Whole metres; null when neither distance, position nor speed was recorded. */
  distanceMeters: number | null
  elapsedSeconds: number
  movingSeconds: number
  elevationGainMeters: number | null
  heartRateAvg: number | null
  heartRateMax: number | null
  powerAvg: number | null
  powerNormalised: number | null
}

/** Mean radius of the WGS 84 ellipsoid, metres (Moritz, Geodetic Reference System 1980, J. Geod. 2000;74:128). */
const EARTH_RADIUS = 6_371_008.8
/** Slower than this is standing: below a shuffle, above the drift of a receiver at rest. Metres a second. */
const STANDING = 0.3
/** No sample for longer than this is a pause, unless the whole recording is that sparse. */
const GAP_MS = 60_000
/**
 * A climb counts once it is this high, then from its lowest to its highest point. A barometer's noise is about a metre,
 * a receiver's several: without a threshold flat routes "climb" hundreds of metres.
 */
export const CLIMB_THRESHOLD = 3

const RADIANS = Math.PI / 180
/** Great-circle distance in metres by the haversine formula; within 0.5 % of the ellipsoid. */
export const haversine = (fromLat: number, fromLon: number, toLat: number, toLon: number): number => {
  const half = (degrees: number): number => Math.sin((degrees * RADIANS) / 2) ** 2
  const h = half(toLat - fromLat) + Math.cos(fromLat * RADIANS) * Math.cos(toLat * RADIANS) * half(toLon - fromLon)
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

interface Step {
  seconds: number
  metres: number | null
  from: Sample
  to: Sample
}

const metresBetween = (from: Sample, to: Sample, seconds: number): number | null => {
  if (from.distance !== null && to.distance !== null) return Math.max(0, to.distance - from.distance)
  if (from.latitude !== null && from.longitude !== null && to.latitude !== null && to.longitude !== null)
    return haversine(from.latitude, from.longitude, to.latitude, to.longitude)
  const speed = to.speed ?? from.speed
  return speed === null ? null : speed * seconds
}

/** Steps between neighbouring samples, pauses left out. `samples` are in order of time. */
const recordedSteps = (samples: readonly Sample[]): Step[] => {
  const gaps: number[] = []
  for (let i = 1; i < samples.length; i += 1) gaps.push((samples[i]?.at ?? 0) - (samples[i - 1]?.at ?? 0))
  const sorted = [...gaps].sort((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
  const limit = Math.max(GAP_MS, 3 * usual)
  const steps: Step[] = []
  for (const [index, gap] of gaps.entries()) {
    const from = samples[index]
    const to = samples[index + 1]
    if (!from || !to || gap <= 0 || gap > limit || from.segment !== to.segment) continue
    steps.push({ seconds: gap / 1_000, metres: metresBetween(from, to, gap / 1_000), from, to })
  }
  return steps
}

/** Metres climbed: every rise of at least `threshold`, from its lowest to its highest point; null without altitudes. */
export const elevationGain = (altitudes: readonly (number | null)[], threshold = CLIMB_THRESHOLD): number | null => {
  const known = altitudes.filter((altitude) => altitude !== null)
  const [first] = known
  if (first === undefined || known.length < 2) return null
  let low = first
  let high = first
  let climbing = false
  let gain = 0
  for (const altitude of known) {
    if (climbing) {
      if (altitude > high) high = altitude
      else if (high - altitude >= threshold) {
        gain += high - low
        low = altitude
        climbing = false
      }
    } else if (altitude < low) low = altitude
    else if (altitude - low >= threshold) {
      climbing = true
      high = altitude
    }
  }
  return Math.round(climbing ? gain + high - low : gain)
}

/** Mean of a value over time; null when it was never recorded. */
const overTime = (steps: readonly Step[], value: (sample: Sample) => number | null): number | null => {
  let sum = 0
  let seconds = 0
  for (const step of steps) {
    const at = value(step.to) ?? value(step.from)
    if (at === null) continue
    sum += at * step.seconds
    seconds += step.seconds
  }
  return seconds === 0 ? null : Math.round(sum / seconds)
}

/** Fourth-power mean of the 30-second rolling power (Allen & Coggan 2010); null without power or under 30 seconds. */
const normalisedPower = (steps: readonly Step[]): number | null => {
  const perSecond: number[] = []
  for (const step of steps) {
    const power = step.to.power ?? step.from.power
    if (power !== null) for (let s = 0; s < Math.round(step.seconds); s += 1) perSecond.push(power)
  }
  if (perSecond.length < 30) return null
  let window = 0
  let sum = 0
  for (const [index, power] of perSecond.entries()) {
    window += power - (index >= 30 ? (perSecond[index - 30] ?? 0) : 0)
    if (index >= 29) sum += (window / 30) ** 4
  }
  return Math.round((sum / (perSecond.length - 29)) ** 0.25)
}

/**
 * Distance, times, climb, heart rate and power of one recording. Samples need not be in order; a pause (a marked
 * segment, or no sample for over a minute) adds neither distance nor moving time, standing still adds no moving time.
 */
export const summarise = (given: readonly Sample[]): Summary => {
  const samples = [...given].sort((a, b) => a.at - b.at)
  const first = samples[0]
  const last = samples.at(-1)
  const steps = recordedSteps(samples)
  const travelled = steps.filter((step) => step.metres !== null)
  const moving = steps.filter((step) => step.metres === null || step.metres / step.seconds >= STANDING)
  const rates = samples.flatMap(({ heartRate }) => (heartRate === null ? [] : [heartRate]))
  return {
    distanceMeters: travelled.length === 0 ? null : Math.round(travelled.reduce((sum, s) => sum + (s.metres ?? 0), 0)),
    elapsedSeconds: first && last ? Math.round((last.at - first.at) / 1_000) : 0,
    movingSeconds: Math.round(moving.reduce((sum, step) => sum + step.seconds, 0)),
    elevationGainMeters: elevationGain(samples.map(({ altitude }) => altitude)),
    heartRateAvg: overTime(steps, (sample) => sample.heartRate) ?? rates[0] ?? null,
    heartRateMax: rates.length === 0 ? null : rates.reduce((max, rate) => Math.max(max, rate)),
    powerAvg: overTime(steps, (sample) => sample.power),
    powerNormalised: normalisedPower(steps),
  }
}

/** Heart rate with the seconds it held, pauses left out: what zones and TRIMP are made of. */
export const heartRateTimes = (given: readonly Sample[]): { heartRate: number; seconds: number }[] =>
  recordedSteps([...given].sort((a, b) => a.at - b.at)).flatMap((step) => {
    const heartRate = step.to.heartRate ?? step.from.heartRate
    return heartRate === null ? [] : [{ heartRate, seconds: step.seconds }]
  })
