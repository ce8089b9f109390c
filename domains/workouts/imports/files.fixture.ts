// Recordings as programs and devices write them.
import { type Encodable, Encoder, type Mesg, Profile } from '@garmin/fitsdk'

export const START = Date.parse('2026-03-17T05:00:00Z')
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

export interface GpxPoint {
  at: number
  lat: number
  ele?: number
  hr?: number
  cad?: number
}
const point = ({ at, lat, ele, hr, cad }: GpxPoint): string => {
  const extension =
    hr === undefined && cad === undefined
      ? ''
      : `<extensions><gpxtpx:TrackPointExtension>${hr === undefined ? '' : `<gpxtpx:hr>${hr}</gpxtpx:hr>`}${cad === undefined ? '' : `<gpxtpx:cad>${cad}</gpxtpx:cad>`}</gpxtpx:TrackPointExtension></extensions>`
  return `<trkpt lat="${lat.toFixed(6)}" lon="37.600000">${ele === undefined ? '' : `<ele>${ele}</ele>`}<time>${iso(at)}</time>${extension}</trkpt>`
}
const GPX_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="Garmin Connect" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>2026-03-17T05:00:00Z</time></metadata>
`
export const gpxOf = (segments: GpxPoint[][], { type = 'running', name = 'Утренняя пробежка' } = {}): string =>
  `${GPX_HEAD}<trk><name>${name}</name>${type === '' ? '' : `<type>${type}</type>`}${segments.map((points) => `<trkseg>\n${points.map(point).join('\n')}\n</trkseg>`).join('\n')}</trk>\n</gpx>\n`

/**
 * Ten steps of 0.001° north in 300 s, a pause of 600 s, ten steps back. One step is 111.195 m on the sphere of
 * 6,371,008.8 m, so 2,224 m in 600 s of moving and 1,200 s in all; it climbs from 100 m to 110 m and comes down again.
 */
export const RUN: GpxPoint[][] = [
  Array.from({ length: 11 }, (_, i) => ({
    at: START + i * 30_000,
    lat: 55.7 + i * 0.001,
    ele: 100 + i,
    hr: 140,
    cad: 85,
  })),
  Array.from({ length: 11 }, (_, i) => ({
    at: START + 900_000 + i * 30_000,
    lat: 55.71 - i * 0.001,
    ele: 110 - i,
    hr: 160,
    cad: 86,
  })),
]
export const withoutHeartRate = (segments: GpxPoint[][]): GpxPoint[][] =>
  segments.map((points) => points.map(({ at, lat, ele }) => ({ at, lat, ...(ele === undefined ? {} : { ele }) })))

const trackpoint = (at: number, metres: number, hr: number): string =>
  `<Trackpoint><Time>${iso(at)}</Time><Position><LatitudeDegrees>55.7</LatitudeDegrees><LongitudeDegrees>37.6</LongitudeDegrees></Position><AltitudeMeters>150.2</AltitudeMeters><DistanceMeters>${metres}</DistanceMeters><HeartRateBpm><Value>${hr}</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.3</ns3:Speed><ns3:RunCadence>82</ns3:RunCadence></ns3:TPX></Extensions></Trackpoint>`
const lap = (at: number, seconds: number, from: number, [hr, max]: [number, number], calories: number): string =>
  `<Lap StartTime="${iso(at)}"><TotalTimeSeconds>${seconds}.0</TotalTimeSeconds><DistanceMeters>1000.0</DistanceMeters><Calories>${calories}</Calories><AverageHeartRateBpm><Value>${hr}</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>${max}</Value></MaximumHeartRateBpm><Intensity>Active</Intensity><Track>${[0, 0.5, 1].map((share) => trackpoint(at + share * seconds * 1000, from + share * 1000, hr)).join('')}</Track></Lap>`
const TCX_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><Activities>`
/** Two laps: 1,000 m in 300 s and 1,000 m in 330 s. */
export const TCX = `${TCX_HEAD}<Activity Sport="Running"><Id>${iso(START)}</Id>${lap(START, 300, 0, [140, 150], 70)}${lap(START + 300_000, 330, 1000, [150, 165], 75)}</Activity></Activities></TrainingCenterDatabase>`
/** A swim without points, a way over, a ride. */
export const TCX_MULTI = `${TCX_HEAD}<MultiSportSession><Id>${iso(START)}</Id><FirstSport><Activity Sport="Other"><Id>${iso(START)}</Id>${lap(START, 300, 0, [140, 150], 70)}</Activity></FirstSport><NextSport><Transition StartTime="${iso(START + 300_000)}"><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>0</DistanceMeters><Calories>1</Calories><Intensity>Active</Intensity></Transition><Activity Sport="Biking"><Id>${iso(START + 360_000)}</Id>${lap(START + 360_000, 330, 0, [150, 165], 75)}</Activity></NextSport></MultiSportSession></Activities></TrainingCenterDatabase>`

type Message = Record<string, unknown>
/** A FIT file of these messages, with the checksum that the SDK computes. */
export const fitOf = (messages: [keyof typeof Profile.MesgNum, Message][]): Uint8Array => {
  const encoder = new Encoder()
  for (const [name, message] of messages)
    encoder.writeMesg({ mesgNum: Profile.MesgNum[name], ...message } as Encodable<Mesg>)
  return encoder.close()
}

export const fileId = (serialNumber: number, type = 'activity'): [keyof typeof Profile.MesgNum, Message] => [
  'FILE_ID',
  { type, manufacturer: 'garmin', product: 1, serialNumber, timeCreated: new Date(START) },
]
const SEMICIRCLES = 2 ** 31 / 180

export interface FitRun {
  start?: number
  seconds: number
  /** Every so many seconds a record. */
  every?: number
  heartRate?: boolean
  serial?: number
  sport?: string
  subSport?: string
}
/** A run at 3 m/s with records, two laps and the totals of a device that was stopped for nothing. */
export const fitRun = ({
  start = START,
  seconds,
  every = 1,
  heartRate = true,
  serial = 7,
  sport = 'running',
  subSport = 'street',
}: FitRun): Uint8Array => {
  const at = (second: number): Date => new Date(start + second * 1000)
  const half = Math.floor(seconds / 2)
  const part = (from: number, length: number): Message => ({
    timestamp: at(from + length),
    startTime: at(from),
    totalElapsedTime: length,
    totalTimerTime: length,
    totalDistance: length * 3,
    totalCalories: 100,
    totalAscent: 12,
    ...(heartRate ? { avgHeartRate: 150, maxHeartRate: 170 } : {}),
  })
  const records = Array.from(
    { length: Math.floor(seconds / every) + 1 },
    (_, i): [keyof typeof Profile.MesgNum, Message] => [
      'RECORD',
      {
        timestamp: at(i * every),
        positionLat: Math.round((55.7 + i * every * 0.000_027) * SEMICIRCLES),
        positionLong: Math.round(37.6 * SEMICIRCLES),
        distance: i * every * 3,
        enhancedSpeed: 3,
        enhancedAltitude: 150,
        cadence: 84,
        ...(heartRate ? { heartRate: 150 } : {}),
      },
    ],
  )
  return fitOf([
    fileId(serial),
    ['EVENT', { timestamp: at(0), event: 'timer', eventType: 'start' }],
    ...records,
    ['EVENT', { timestamp: at(seconds), event: 'timer', eventType: 'stopAll' }],
    ['LAP', part(0, half)],
    ['LAP', part(half, seconds - half)],
    ['SESSION', { ...part(0, seconds), sport, subSport, firstLapIndex: 0, numLaps: 2 }],
    ['ACTIVITY', { timestamp: at(seconds), numSessions: 1, totalTimerTime: seconds }],
  ])
}

/** A sprint triathlon in one file: swim, ride and run with the ways between them. */
export const FIT_TRIATHLON = ((): Uint8Array => {
  const legs: [string, string, number, number][] = [
    ['swimming', 'openWater', 600, 750],
    ['transition', 'generic', 60, 0],
    ['cycling', 'road', 1800, 20_000],
    ['transition', 'generic', 45, 0],
    ['running', 'generic', 1200, 5_000],
  ]
  let from = START
  const sessions = legs.map(([sport, subSport, seconds, metres]): [keyof typeof Profile.MesgNum, Message] => {
    const startTime = new Date(from)
    from += seconds * 1000
    return [
      'SESSION',
      {
        timestamp: new Date(from),
        startTime,
        sport,
        subSport,
        totalElapsedTime: seconds,
        totalTimerTime: seconds,
        totalDistance: metres,
      },
    ]
  })
  return fitOf([fileId(9), ['RECORD', { timestamp: new Date(START), heartRate: 120 }], ...sessions])
})()
