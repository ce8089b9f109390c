import { addDays, localDateOf } from '../../../core/time.ts'
import type { MentionOf } from '../clause.ts'
import { words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { rfc, today } from './moment.ts'
import { left, type Slots, set, use } from './state.ts'

// What a person says of their body: nights, readings, how they feel.

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['blood_pressure', words('давлени\\p{L}*|blood pressure|bp|pressure')],
  ['heart_rate', words('пульс\\p{L}*|чсс|сердцебиени\\p{L}*|heart ?rate|pulse|hr|bpm')],
  ['temperature', words('температур\\p{L}*|градусник\\p{L}*|temp|temperature|fever|thermometer')],
  ['glucose', words('сахар\\p{L}*|глюкоз\\p{L}*|глюкометр\\p{L}*|glucose|blood sugar|sugar|glucometer')],
  ['spo2', words('сатураци\\p{L}*|кислород\\p{L}*|spo2|оксиметр\\p{L}*|oxygen|saturation|o2 ?sat|sats')],
  ['steps', words('шаг\\p{L}*|нашагал\\p{L}*|steps?|walked')],
  ['water', words('вод[аыуео]\\p{L}?|водичк\\p{L}*|воды|выпил\\p{L}*|water|drank|hydrat\\p{L}*')],
  ['weight', words('вес|весы|весах|веса|вешу|взвесил\\p{L}*|weight|weigh\\p{L}*|scales?')],
]
const BY_UNIT: Readonly<Record<string, string>> = {
  mass: 'weight',
  volume: 'water',
  steps: 'steps',
  rate: 'heart_rate',
  temperature: 'temperature',
  glucose: 'glucose',
}

/** A reading and what it is of. */
export const fillMetric = (slots: Slots): void => {
  const { plain } = slots.clause
  const [pair] = left(slots, 'pair')
  const [measure] = left(slots, 'measure')
  const named = KINDS.find(([, pattern]) => pattern.test(plain))?.[0]
  set(slots, 'kind', pair ? 'blood_pressure' : (named ?? (measure ? BY_UNIT[measure.of] : undefined)))
  const [number] = left(slots, 'number')
  const [percent] = left(slots, 'percent')
  const figure = pair ?? measure ?? percent ?? number
  if (figure && give(slots, 'value', figure)) use(slots, figure)
  fillLearnt(slots)
}

const SCALES: readonly (readonly [string, RegExp])[] = [
  ['mood', words('настроени\\p{L}*|настрой|mood|feeling|feel')],
  ['stress', words('стресс\\p{L}*|тревог\\p{L}*|напряжени\\p{L}*|stress\\p{L}*|anxiety|tension')],
  ['energy', words('энерги\\p{L}*|сил|силы|бодрост\\p{L}*|заряд\\p{L}*|energy|vigou?r|pep')],
]
const OUT_OF = /^\s*(?:из|\/|out of|of)\s*(?:10|5|десяти|пяти|ten|five)/u

/** "настроение 7, стресс 4": each figure goes to the word that stands next to it. */
export const fillMood = (slots: Slots): void => {
  const { plain } = slots.clause
  const figures = left(slots, 'number').filter(
    ({ start }) => !OUT_OF.test(plain.slice(Math.max(0, start - 8), start + 3)),
  )
  for (const [field, pattern] of SCALES) {
    const noun = pattern.exec(plain)
    if (!noun) continue
    const free = figures.filter((figure) => !slots.used.includes(figure))
    const after = free.find(({ start }) => start >= noun.index)
    const nearest = after ?? free.at(-1)
    if (nearest && set(slots, field, nearest.value)) use(slots, nearest)
  }
  fillLearnt(slots)
}

type Clocked = MentionOf<'time'> | MentionOf<'instant'>
const clockOf = (mention: Clocked): string => (mention.kind === 'time' ? mention.time : mention.at.slice(11, 16))

/** Nobody falls asleep for the night at noon: an hour between six and twelve said of going to bed is in the evening. */
const evening = (mention: Clocked, plain: string): string => {
  const time = clockOf(mention)
  const hour = Number(time.slice(0, 2))
  const said = plain.slice(mention.start, mention.end)
  const marked = /утра|дня|вечера|ночи|am(?!\p{L})|pm(?!\p{L})|a\.m|p\.m/u.test(said)
  if (marked || hour < 7 || hour > 12) return time
  return hour === 12 ? '00:00' : `${hour + 12}${time.slice(2)}`
}
/** And nobody gets up from it in the evening. */
const morning = (mention: Clocked, plain: string): string => {
  const time = clockOf(mention)
  const hour = Number(time.slice(0, 2))
  const said = plain.slice(mention.start, mention.end)
  return /вечера|дня|pm(?!\p{L})|:\d\d/u.test(said) || hour < 15
    ? time
    : `${String(hour - 12).padStart(2, '0')}${time.slice(2)}`
}
const NAP = words(
  'вздремнул\\p{L}*|подремал\\p{L}*|дн[её]м поспал\\p{L}*|дневной сон|тихий час|nap|napped|snooz\\p{L}*|siesta',
)

/** "лёг в 23:30, встал в 7", "спал с 11 до 7", "спал шесть часов". */
export const fillSleep = (slots: Slots): void => {
  const { plain } = slots.clause
  const nap = NAP.test(plain)
  const times = [...left(slots, 'time', 'instant')].sort((a, b) => a.start - b.start)
  const [window] = left(slots, 'window')
  const [first, second] = times
  if (window) {
    const from = nap ? window.from : evening({ ...window, kind: 'time', time: window.from, exact: true }, plain)
    use(slots, window)
    setNight(slots, from, window.to, dayIn(slots))
  } else if (first && second) {
    const turned =
      /вста|просн|подъ|woke|up|wake/u.test(plain.slice(0, first.start)) &&
      !/л[её]г|усн|засн|bed|asleep/u.test(plain.slice(0, first.start))
    const [bed, wake] = turned ? [second, first] : [first, second]
    use(slots, first, second)
    setNight(slots, nap ? clockOf(bed) : evening(bed, plain), nap ? clockOf(wake) : morning(wake, plain), dayIn(slots))
  }
  const [length] = left(slots, 'duration')
  if (length && slots.args['start'] === undefined && set(slots, 'durationMinutes', length.minutes)) use(slots, length)
  if (nap) set(slots, 'nap', true)
  fillLearnt(slots)
}

/** The day of waking, when it was said. */
const dayIn = (slots: Slots): string | undefined => {
  const [date] = left(slots, 'date')
  if (!date) return undefined
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

/** Figures of the last days when nothing else was said. */
export const fillTrend = (slots: Slots): void => {
  const [length] = left(slots, 'duration')
  if (length && length.minutes >= 1_440) {
    const days = Math.round(length.minutes / 1_440)
    const to = localDateOf(slots.context.now, slots.context.timeZone)
    use(slots, length)
    set(slots, 'from', addDays(to, 1 - days))
    set(slots, 'to', to)
  }
  fillLearnt(slots)
}
