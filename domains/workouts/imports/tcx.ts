// Garmin's Training Center XML v2 (garmin.com/xmlschemas/TrainingCenterDatabase/v2) with the ActivityExtension for speed
// and power. A MultiSportSession is one workout with legs.
import type { Sample } from '../engine/summarise.ts'
import { type Activity, broken, MOST_SAMPLES, NO_TOTALS, sportNamed } from './activity.ts'
import type { LapPart } from './rows.ts'
import { measured, numberOf, placeOf, timeOf, walkXml } from './xml.ts'

interface Leg {
  sport: string
  /** The way from one sport to the next. */
  transition: boolean
  laps: LapPart[]
  samples: Sample[]
}
interface Recording {
  multi: boolean
  legs: Leg[]
}

const emptyLap = (start: number): LapPart => ({
  kind: 'lap',
  sport: null,
  start,
  durationSeconds: null,
  movingSeconds: null,
  distanceMeters: null,
  elevationGainMeters: null,
  calories: null,
  heartRateAvg: null,
  heartRateMax: null,
  powerAvg: null,
})

type Point = Omit<Sample, 'segment'> & { segment: number }

const LAP: Record<string, (lap: LapPart, value: number | null) => void> = {
  TotalTimeSeconds: (lap, value) => {
    lap.durationSeconds = measured(value)
  },
  DistanceMeters: (lap, value) => {
    lap.distanceMeters = measured(value)
  },
  Calories: (lap, value) => {
    lap.calories = measured(value)
  },
  'AverageHeartRateBpm/Value': (lap, value) => {
    lap.heartRateAvg = measured(value)
  },
  'MaximumHeartRateBpm/Value': (lap, value) => {
    lap.heartRateMax = measured(value)
  },
}

const POINT: Record<string, (point: Point, text: string) => void> = {
  Time: (point, text) => {
    point.at = timeOf(text)
  },
  'Position/LatitudeDegrees': (point, text) => {
    point.latitude = numberOf(text)
  },
  'Position/LongitudeDegrees': (point, text) => {
    point.longitude = numberOf(text)
  },
  AltitudeMeters: (point, text) => {
    point.altitude = numberOf(text)
  },
  DistanceMeters: (point, text) => {
    point.distance = numberOf(text)
  },
  'HeartRateBpm/Value': (point, text) => {
    point.heartRate = measured(numberOf(text))
  },
  Cadence: (point, text) => {
    point.cadence = measured(numberOf(text))
  },
  'Extensions/TPX/Speed': (point, text) => {
    point.speed = numberOf(text)
  },
  'Extensions/TPX/RunCadence': (point, text) => {
    point.cadence = measured(numberOf(text))
  },
  'Extensions/TPX/Watts': (point, text) => {
    point.power = measured(numberOf(text))
  },
}

interface State {
  recordings: Recording[]
  point: Point | undefined
  tracksOfLap: number
  segment: number
}
type Attributes = Readonly<Record<string, string>>

const legOf = (state: State): Leg | undefined => state.recordings.at(-1)?.legs.at(-1)
const under = (path: readonly string[], name: string): string => path.slice(path.lastIndexOf(name) + 1).join('/')

/** What each element begins. */
const OPEN: Record<string, (state: State, path: readonly string[], attributes: Attributes) => void> = {
  MultiSportSession: (state) => {
    state.recordings.push({ multi: true, legs: [] })
  },
  Activity: (state, path, attributes) => {
    if (!path.includes('MultiSportSession')) state.recordings.push({ multi: false, legs: [] })
    const leg: Leg = { sport: attributes['Sport'] ?? '', transition: false, laps: [], samples: [] }
    state.recordings.at(-1)?.legs.push(leg)
  },
  // A transition is its own lap.
  Transition: (state, _, attributes) => {
    state.recordings.at(-1)?.legs.push({ sport: '', transition: true, laps: [], samples: [] })
    onLap(state, attributes)
  },
  Lap: (state, _, attributes) => onLap(state, attributes),
  // Each lap has a track of its own; only a second one in the same lap is a pause.
  Track: (state) => {
    state.tracksOfLap += 1
    if (state.tracksOfLap > 1) state.segment += 1
  },
  Trackpoint: (state) => {
    state.point = emptyPoint(state.segment)
  },
}

const onClose = (state: State, path: readonly string[], value: string): void => {
  const { point } = state
  if (path.at(-1) === 'Trackpoint' && point) {
    addPoint(legOf(state), point)
    state.point = undefined
  } else if (point) POINT[under(path, 'Trackpoint')]?.(point, value)
  else {
    const lap = legOf(state)?.laps.at(-1)
    const holder = path.includes('Lap') ? 'Lap' : 'Transition'
    if (lap && path.includes(holder)) LAP[under(path, holder)]?.(lap, numberOf(value))
  }
}

/** Workouts of a file. Throws AppError `invalid` when it is not whole or a point or lap has no time. */
export const readTcx = (text: string): Activity[] => {
  const state: State = { recordings: [], point: undefined, tracksOfLap: 0, segment: 0 }
  walkXml(text, {
    open: (path, attributes) => {
      const name = path.at(-1) ?? ''
      if (path.length === 1 && name !== 'TrainingCenterDatabase') throw broken('unknown')
      OPEN[name]?.(state, path, attributes)
    },
    close: (path, value) => onClose(state, path, value),
  })
  const found = state.recordings.filter(({ legs }) => legs.length > 0).map(activityOf)
  if (found.length === 0) throw broken('no_points')
  return found
}

const onLap = (state: State, attributes: Attributes): void => {
  const start = timeOf(attributes['StartTime'] ?? '')
  if (Number.isNaN(start)) throw broken('no_times')
  legOf(state)?.laps.push(emptyLap(start))
  state.tracksOfLap = 0
}

const emptyPoint = (segment: number): Point => ({
  at: Number.NaN,
  heartRate: null,
  latitude: null,
  longitude: null,
  altitude: null,
  distance: null,
  speed: null,
  cadence: null,
  power: null,
  segment,
})

const addPoint = (leg: Leg | undefined, point: Point): void => {
  if (Number.isNaN(point.at)) throw broken('no_times')
  const place = placeOf(point.latitude, point.longitude)
  const sample = { ...point, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }
  if (leg && leg.samples.push(sample) > MOST_SAMPLES) throw broken('too_large')
}

/** The sum of what is known; null when nothing is. */
const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
const maxOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** The mean heart rate of laps, each by its length. */
const meanRate = (laps: readonly LapPart[]): number | null => {
  const rated = laps.filter((lap) => lap.heartRateAvg !== null && lap.durationSeconds !== null)
  const seconds = rated.reduce((sum, lap) => sum + (lap.durationSeconds ?? 0), 0)
  if (seconds === 0) return null
  return Math.round(rated.reduce((sum, lap) => sum + (lap.heartRateAvg ?? 0) * (lap.durationSeconds ?? 0), 0) / seconds)
}

const legPart = (leg: Leg): LapPart => ({
  ...emptyLap(leg.laps[0]?.start ?? leg.samples[0]?.at ?? Number.NaN),
  kind: 'leg',
  sport: leg.transition ? null : sportNamed([leg.sport]),
  durationSeconds: sumOf(leg.laps.map((lap) => lap.durationSeconds)),
  distanceMeters: sumOf(leg.laps.map((lap) => lap.distanceMeters)),
  calories: sumOf(leg.laps.map((lap) => lap.calories)),
  heartRateAvg: meanRate(leg.laps),
  heartRateMax: maxOf(leg.laps.map((lap) => lap.heartRateMax)),
})

/** Distances of later legs go on where the one before ended. */
const inOneRow = (legs: readonly Leg[]): Sample[] => {
  let before = 0
  return legs.flatMap((leg) => {
    const from = before
    const last = leg.samples.findLast(({ distance }) => distance !== null)?.distance ?? null
    before += last ?? sumOf(leg.laps.map((lap) => lap.distanceMeters)) ?? 0
    return leg.samples.map((sample) => ({
      ...sample,
      distance: sample.distance === null ? null : sample.distance + from,
    }))
  })
}

const activityOf = ({ multi, legs }: Recording): Activity => {
  const laps = legs.flatMap((leg) => leg.laps)
  const samples = inOneRow(legs)
  const first = laps[0]?.start ?? samples[0]?.at ?? null
  const last = laps.at(-1)
  const end = last ? last.start + (last.durationSeconds ?? 0) * 1000 : null
  return {
    source: 'tcx',
    id: null,
    sportWords: multi ? [multiSport(legs)] : [legs[0]?.sport ?? ''].filter((word) => word !== ''),
    start: first,
    samples,
    totals: {
      ...NO_TOTALS,
      distanceMeters: sumOf(laps.map((lap) => lap.distanceMeters)),
      elapsedSeconds: first !== null && end !== null ? Math.round((end - first) / 1000) : null,
      movingSeconds: samples.length === 0 ? sumOf(laps.map((lap) => lap.durationSeconds)) : null,
      calories: sumOf(laps.map((lap) => lap.calories)),
      heartRateAvg: meanRate(laps),
      heartRateMax: maxOf(laps.map((lap) => lap.heartRateMax)),
    },
    parts: [...(multi ? legs.map(legPart) : []), ...(laps.length > 1 || multi ? laps : [])],
  }
}

/** Three sports with a swim make a triathlon, any other set a duathlon. */
const multiSport = (legs: readonly Leg[]): string => {
  const sports = new Set(legs.filter(({ transition }) => !transition).map(({ sport }) => sportNamed([sport])))
  return sports.size > 2 ? 'triathlon' : 'duathlon'
}
