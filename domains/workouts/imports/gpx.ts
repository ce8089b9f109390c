// GPX 1.1 (topografix.com/GPX/1/1) with Garmin's TrackPointExtension for heart rate and cadence. Each track is a workout.
import type { Sample } from '../engine/summarise.ts'
import { type Activity, broken, MOST_SAMPLES, NO_TOTALS } from './activity.ts'
import { measured, numberOf, placeOf, timeOf, walkXml } from './xml.ts'

const emptySample = (segment: number): Sample => ({
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

/** What stands in a track point, whichever extension holds it. */
const FIELDS: Record<string, (sample: Sample, text: string) => void> = {
  time: (sample, text) => {
    sample.at = timeOf(text)
  },
  ele: (sample, text) => {
    sample.altitude = numberOf(text)
  },
  hr: (sample, text) => {
    sample.heartRate = measured(numberOf(text))
  },
  cad: (sample, text) => {
    sample.cadence = measured(numberOf(text))
  },
  speed: (sample, text) => {
    sample.speed = numberOf(text)
  },
  power: (sample, text) => {
    sample.power = measured(numberOf(text))
  },
}

/** Tracks of a file. Throws AppError `invalid` when it is not whole or a point has no time. */
export const readGpx = (text: string): Activity[] => {
  const tracks: Activity[] = []
  let point: Sample | undefined
  let segment = 0
  walkXml(text, {
    open: (path, attributes) => {
      const name = path.at(-1)
      if (path.length === 1 && name !== 'gpx') throw broken('unknown')
      if (name === 'trk' && path.length === 2)
        tracks.push({ source: 'gpx', id: null, sportWords: [], start: null, samples: [], totals: NO_TOTALS, parts: [] })
      else if (name === 'trkseg') segment += 1
      else if (name === 'trkpt') {
        point = { ...emptySample(segment), ...placeOf(numberOf(attributes['lat']), numberOf(attributes['lon'])) }
      }
    },
    close: (path, value) => {
      const name = path.at(-1) ?? ''
      const track = tracks.at(-1)
      if (name === 'trkpt' && point && track) {
        if (Number.isNaN(point.at)) throw broken('no_times')
        if (track.samples.push(point) > MOST_SAMPLES) throw broken('too_large')
        point = undefined
      } else if (point) FIELDS[name]?.(point, value)
      else if (track && path.length === 3 && (name === 'type' || name === 'name') && value !== '') {
        // The type names the sport; a name ("Утренняя пробежка") only helps when there is none.
        if (name === 'type') track.sportWords.unshift(value)
        else track.sportWords.push(value)
      }
    },
  })
  const recorded = tracks.filter((track) => track.samples.length > 0)
  if (recorded.length === 0) throw broken('no_points')
  return recorded
}
