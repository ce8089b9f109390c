import { addDays } from '../../../core/time.ts'
import type { MentionOf } from '../clause.ts'
import { words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { rfc, today } from './moment.ts'
import { left, type Slots, set, use } from './state.ts'

// Nights: when they began and ended, how long they were, how it was.

type Clocked = MentionOf<'time'> | MentionOf<'instant'>
const clockOf = (mention: Clocked): string => (mention.kind === 'time' ? mention.time : mention.at.slice(11, 16))

/** Nobody falls asleep for the night at noon: an hour between six and twelve said of going to bed is in the evening. */
const evening = (mention: Clocked, plain: string): string => {
  const time = clockOf(mention)
  const hour = Number(time.slice(0, 2))
  const said = plain.slice(mention.start, mention.end)
  const marked = /утра|дня|вечера|ночи|am(?!\p{L})|pm(?!\p{L})|a\.m|p\.m/u.test(said)
  if (!marked && hour >= 13 && hour <= 17) return `${String(hour - 12).padStart(2, '0')}${time.slice(2)}`
  if (marked || hour < 7 || hour > 12) return time
  return hour === 12 ? `00${time.slice(2)}` : `${hour + 12}${time.slice(2)}`
}
/** And nobody gets up from it in the evening. */
const morning = (mention: Clocked, plain: string): string => {
  const time = clockOf(mention)
  const hour = Number(time.slice(0, 2))
  const said = plain.slice(mention.start, mention.end)
  const isWritten = Number(/(\d+):\d\d/u.exec(said)?.[1] ?? 0) >= 12
  return /вечера|дня|pm(?!\p{L})/u.test(said) || isWritten || hour < 15
    ? time
    : `${String(hour - 12).padStart(2, '0')}${time.slice(2)}`
}
const FALLS_ASLEEP =
  /л[её]г|улож|улег|усн|засн|отруб|выруб|отбой|bed|asleep|lights out|turned in|crashed|to sleep|dozed/u
const WAKES = /вста|просн|подъ|подня|будильник|woke|(?<!\p{L})up(?!\p{L})|wake|rose/u
const NAP = words(
  'вздремнул\\p{L}*|подремал\\p{L}*|дн[её]м поспал\\p{L}*|дневной сон|тихий час|nap|napped|snooz\\p{L}*|siesta',
)

const OF_FIVE = /(?<![\d/])([1-5])(?:\s*\/\s*|\s+(?:из|out of)\s+)(?:5(?!\d)|пяти|five(?!\p{L}))/u
/** "2 из 5": how it was. */
const takeMark = (slots: Slots): void => {
  const found = OF_FIVE.exec(slots.clause.plain)
  if (!found || !set(slots, 'quality', Number(found[1]))) return
  const end = found.index + found[0].length
  use(slots, ...slots.clause.mentions.filter((one) => one.start < end && one.end > found.index))
}
const BARE_HOUR = words('час|часик|часок', 'an hour')
const BARE_HOURS = /(?<!\p{L})(?:спал[аи]?|поспал[аи]?|проспал[аи]?|slept)\s+(?:\p{L}+|\d+)[\s.!]*$/u

/** "лёг в 23:30, встал в 7", "спал с 11 до 7", "спал шесть часов". */
export const fillSleep = (slots: Slots): void => {
  const { plain } = slots.clause
  takeMark(slots)
  const nap = NAP.test(plain)
  const times = [...left(slots, 'time', 'instant')].sort((a, b) => a.start - b.start)
  const [window] = left(slots, 'window')
  const [first, second] = times
  if (window) {
    const from = nap ? window.from : evening({ ...window, kind: 'time', time: window.from, exact: true }, plain)
    use(slots, window)
    const to = nap ? window.to : morning({ ...window, kind: 'time', time: window.to, exact: true }, plain)
    setNight(slots, from, to, dayIn(slots))
  } else if (first && second) {
    const turned = WAKES.test(plain.slice(0, first.start)) && !FALLS_ASLEEP.test(plain.slice(0, first.start))
    const [bed, wake] = turned ? [second, first] : [first, second]
    use(slots, first, second)
    setNight(slots, nap ? clockOf(bed) : evening(bed, plain), nap ? clockOf(wake) : morning(wake, plain), dayIn(slots))
  } else if (first && slots.args['start'] === undefined) {
    const asleep = FALLS_ASLEEP.test(plain)
    if (asleep !== WAKES.test(plain) && give(slots, asleep ? 'start' : 'end', first)) use(slots, first)
  }
  const [length] = left(slots, 'duration')
  if (length && slots.args['start'] === undefined && set(slots, 'durationMinutes', length.minutes)) use(slots, length)
  const [hours] = left(slots, 'number')
  if (!length && slots.args['start'] === undefined && slots.args['end'] === undefined) {
    if (nap && BARE_HOUR.test(plain)) set(slots, 'durationMinutes', 60)
    if (hours && hours.value < 16 && BARE_HOURS.test(plain) && set(slots, 'durationMinutes', hours.value * 60))
      use(slots, hours)
  }
  const [day] = left(slots, 'date', 'instant')
  if (day && !LAST_NIGHT.test(plain) && slots.args['durationMinutes'] !== undefined && give(slots, 'date', day))
    use(slots, day)
  if (nap) set(slots, 'nap', true)
  if (LAST_NIGHT.test(plain)) use(slots, ...left(slots, 'date', 'range', 'instant'))
  set(slots, 'quality', QUALITY.find(([, pattern]) => pattern.test(plain))?.[0])
  const minutes = slots.args['start'] === undefined ? lengthOfNight(plain) : undefined
  if (minutes !== undefined) {
    slots.args['durationMinutes'] = minutes
    use(slots, ...left(slots, 'time', 'duration', 'number'))
  }
  fillLearnt(slots)
}
/** "спал 7:35", "8 h 35": hours and minutes of a night, at no hour of the clock. */
const NIGHT_LENGTH = /(?<![\d:.])(\d{1,2})(?::|\s*(?:h|hrs?|hours?|ч|час\p{L}*)\s*)(\d{1,2})(?![\d:])/u
const AT_HOUR =
  /(?<!\p{L})(?:в|с|до|к|около|at|from|until|till|to|by|around|before|after|woke(?: up)?|up|asleep|awake|л[её]г\p{L}*|встал\p{L}*|просну\p{L}+|засн\p{L}+|усн\p{L}+)\s*$/u
const lengthOfNight = (plain: string): number | undefined => {
  const found = NIGHT_LENGTH.exec(plain)
  if (
    !found ||
    AT_HOUR.test(plain.slice(0, found.index)) ||
    /^\s*(?:утра|am|pm)/u.test(plain.slice(found.index + found[0].length))
  )
    return undefined
  const [hours, minutes] = found.slice(1).map(Number)
  return hours !== undefined && minutes !== undefined && hours < 16 && minutes < 60 ? hours * 60 + minutes : undefined
}
/** How a night was, in the words that are a mark of five. */
const QUALITY: readonly (readonly [number, RegExp])[] = [
  [1, words('ужасно|кошмарно|отвратительн\\p{L}+|на (?:единицу|кол)|awful|awfully|terribl[ey]|horribl[ey]|like crap')],
  [2, words('не выспал\\p{L}+|плохо|неважно|на двоечку|на двойку|badly|poor(?:ly)?|lousy|bad(?! dream)')],
  [3, words('так себе|средне|нормально|на троечку|на тройку|so.so|ok(?:ay)?|average')],
  [4, words('выспал\\p{L}+|хорошо|неплохо|decent(?:ly)?|на четв[её]рочку|на четв[её]рку|well|good|fine')],
  [
    5,
    words(
      'отлично|прекрасно|как убит\\p{L}+|как младенец|на пят[её]рочку|на пят[её]рку|great|like a (?:baby|log|rock)|excellent|perfectly',
    ),
  ],
]

/** "Last night" ended today: it is the day of waking that counts. */
const LAST_NIGHT = words(
  'прошл\\p{L}+ ноч\\p{L}+|этой ночью|сегодня ночью|вчера ночью|за ночь|last night|tonight|overnight',
)

/** The day of waking, when it was said. */
const dayIn = (slots: Slots): string | undefined => {
  const [date] = left(slots, 'date')
  if (!date || LAST_NIGHT.test(slots.clause.plain)) return undefined
  use(slots, date)
  return date.date
}

const setNight = (slots: Slots, from: string, to: string, day: string | undefined): void => {
  const wokeToday = rfc(slots, today(slots), to)
  const over = new Date(wokeToday) <= slots.context.now
  const date = day ?? (over ? today(slots) : addDays(today(slots), -1))
  set(slots, 'end', rfc(slots, date, to))
  set(slots, 'start', rfc(slots, from >= to ? addDays(date, -1) : date, from))
}
