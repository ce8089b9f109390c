// FIT activity files (Garmin FIT SDK, "Activity File"): sessions, laps, records, timer events.
import {
  Decoder,
  type EventMesg,
  type FitMessages,
  type LapMesg,
  type RecordMesg,
  type SessionMesg,
  Stream,
} from '@garmin/fitsdk'
import type { Sample } from '../engine/summarise.ts'
import { type Activity, broken, MOST_SAMPLES, NO_TOTALS, sportNamed, type Totals } from './activity.ts'
import type { LapPart } from './rows.ts'
import { measured } from './xml.ts'

/** Positions are given in semicircles: 2^31 of them are 180 degrees. */
const degrees = (semicircles: number): number => (semicircles * 180) / 2 ** 31

const num = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const time = (value: unknown): number | null => (value instanceof Date ? value.getTime() : null)
const word = (value: unknown): string => (typeof value === 'string' && value !== 'generic' ? value : '')

/** All messages of a file. Throws AppError `invalid` when its checksum is wrong, it is cut short, or no activity. */
const decode = (bytes: Uint8Array): FitMessages => {
  // The decoder reads from the buffer, not from the part of it that these bytes are.
  const whole = Uint8Array.from(bytes)
  if (!new Decoder(Stream.fromArrayBuffer(whole.buffer)).checkIntegrity()) throw broken('bad_crc')
  const { messages, errors } = new Decoder(Stream.fromArrayBuffer(whole.buffer)).read()
  if (errors.length > 0) throw broken('bad_fit', {}, errors[0])
  const type = messages.fileIdMesgs?.[0]?.type
  if (type !== 'activity') throw broken('not_activity', { type: String(type ?? '?') })
  return messages
}

/** The one workout of a file; a multi-sport one has legs. */
export const readFit = (bytes: Uint8Array): Activity[] => {
  const messages = decode(bytes)
  const records = messages.recordMesgs ?? []
  if (records.length > MOST_SAMPLES) throw broken('too_large')
  const sessions = messages.sessionMesgs ?? []
  const laps = messages.lapMesgs ?? []
  const samples = samplesOf(records, pausesOf(messages.eventMesgs ?? []))
  const starts = sessions.map(({ startTime }) => time(startTime)).filter((at) => at !== null)
  if (samples.length === 0 && starts.length === 0) throw broken('no_points')
  const multi = sessions.length > 1
  const file = messages.fileIdMesgs?.[0]
  const created = time(file?.timeCreated)
  const serial = num(file?.serialNumber)
  const lapParts = laps.map((lap) => partOf(lap, 'lap')).filter((part) => part !== null)
  return [
    {
      source: 'fit',
      id: serial !== null && created !== null ? `${serial}:${created}` : null,
      sportWords: multi ? [multiSport(sessions)] : sportWordsOf(sessions[0], messages),
      start: starts.length > 0 ? Math.min(...starts) : null,
      samples,
      totals: totalsOf(sessions),
      parts: [
        ...(multi ? sessions.map((session) => partOf(session, 'leg')).filter((part) => part !== null) : []),
        ...(lapParts.length > 1 ? lapParts : []),
      ],
    },
  ]
}

const sportWordsOf = (session: SessionMesg | undefined, messages: FitMessages): string[] => {
  const named = messages.sportMesgs?.[0]
  const sport = word(session?.sport ?? named?.sport)
  const sub = word(session?.subSport ?? named?.subSport)
  // "Virtual" says where, not what.
  const words = [sub.startsWith('virtual') && sport !== 'cycling' ? '' : sub, sport, word(named?.name)]
  return words.filter((one) => one !== '')
}

const legSport = (session: SessionMesg): string | null => {
  if (session.sport === 'transition') return null
  return sportNamed([word(session.subSport), word(session.sport)].filter((one) => one !== ''))
}

const multiSport = (sessions: readonly SessionMesg[]): string => {
  const sports = new Set(sessions.map(legSport).filter((sport) => sport !== null))
  const [only] = sports
  if (sports.size === 1 && only !== undefined) return only
  return sports.size > 2 ? 'triathlon' : 'duathlon'
}

/** Moments at which the timer stopped: what follows one is a segment of its own. */
const pausesOf = (events: readonly EventMesg[]): number[] =>
  events
    .filter(
      ({ event, eventType }) => event === 'timer' && typeof eventType === 'string' && eventType.startsWith('stop'),
    )
    .map(({ timestamp }) => time(timestamp))
    .filter((at) => at !== null)
    .sort((a, b) => a - b)

const samplesOf = (records: readonly RecordMesg[], pauses: readonly number[]): Sample[] => {
  const samples: Sample[] = []
  for (const record of records) {
    const at = time(record.timestamp)
    if (at === null) throw broken('no_times')
    const [latitude, longitude] = [num(record.positionLat), num(record.positionLong)]
    samples.push({
      at,
      heartRate: measured(num(record.heartRate)),
      latitude: latitude === null || longitude === null ? null : degrees(latitude),
      longitude: latitude === null || longitude === null ? null : degrees(longitude),
      altitude: num(record.enhancedAltitude ?? record.altitude),
      distance: num(record.distance),
      speed: num(record.enhancedSpeed ?? record.speed),
      cadence: measured(num(record.cadence)),
      power: num(record.power),
      segment: segmentAt(pauses, at),
    })
  }
  return samples
}

/** How many pauses began before a moment. */
const segmentAt = (pauses: readonly number[], at: number): number => {
  let [low, high] = [0, pauses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pauses[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

const partOf = (part: LapMesg | SessionMesg, kind: LapPart['kind']): LapPart | null => {
  const start = time(part.startTime)
  if (start === null) return null
  const round = (value: unknown): number | null => {
    const number = num(value)
    return number === null ? null : Math.round(number)
  }
  return {
    kind,
    sport: kind === 'leg' ? legSport(part as SessionMesg) : null,
    start,
    durationSeconds: round(part.totalElapsedTime),
    movingSeconds: round(part.totalTimerTime),
    distanceMeters: round(part.totalDistance),
    elevationGainMeters: round(part.totalAscent),
    calories: round(part.totalCalories),
    heartRateAvg: measured(num(part.avgHeartRate)),
    heartRateMax: measured(num(part.maxHeartRate)),
    powerAvg: round(part.avgPower),
  }
}

/** What the device itself summed up. Over several sessions only what adds up is added. */
const totalsOf = (sessions: readonly SessionMesg[]): Totals => {
  const [only] = sessions
  const sum = (value: (session: SessionMesg) => number | null): number | null => {
    const known = sessions.map(value).filter((one) => one !== null)
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
  }
  const starts = sessions.map(({ startTime }) => time(startTime)).filter((at) => at !== null)
  const ends = sessions.map((session) => (time(session.startTime) ?? 0) + (num(session.totalElapsedTime) ?? 0) * 1000)
  const totals: Totals = {
    ...NO_TOTALS,
    distanceMeters: sum(({ totalDistance }) => num(totalDistance)),
    elapsedSeconds: starts.length === 0 ? null : (Math.max(...ends) - Math.min(...starts)) / 1000,
    movingSeconds: sum(({ totalMovingTime, totalTimerTime }) => num(totalMovingTime) ?? num(totalTimerTime)),
    elevationGainMeters: sum(({ totalAscent }) => num(totalAscent)),
    calories: sum(({ totalCalories }) => num(totalCalories)),
  }
  if (sessions.length !== 1 || !only) return totals
  return {
    ...totals,
    heartRateAvg: measured(num(only.avgHeartRate)),
    heartRateMax: measured(num(only.maxHeartRate)),
    powerAvg: num(only.avgPower),
    powerNormalised: num(only.normalizedPower),
  }
}
