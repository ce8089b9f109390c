import { addDays } from '../../../core/time.ts'
import type { MentionOf } from '../clause.ts'
import { words } from '../words.ts'
import { takeLimit } from './asked.ts'
import { fillLearnt, give, takeDaysBehind } from './fields.ts'
import { rfc, today } from './moment.ts'
import { gradeIn } from './onset.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What a person says of their body: nights, readings, how they feel.

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['blood_pressure', words('давлени\\p{L}*|blood pressure|bp|pressure')],
  ['heart_rate', words('пульс\\p{L}*|чсс|сердцебиени\\p{L}*|heart ?rate|pulse|hr|bpm')],
  ['temperature', words('температур\\p{L}*|градусник\\p{L}*|temp|temperature|fever|thermometer')],
  ['glucose', words('сахар\\p{L}*|глюкоз\\p{L}*|глюкометр\\p{L}*|glucose|blood sugar|sugar|glucometer')],
  ['spo2', words('сатураци\\p{L}*|кислород\\p{L}*|spo2|оксиметр\\p{L}*|oxygen|saturation|o2 ?sat|sats')],
  ['steps', words('шаг\\p{L}*|нашагал\\p{L}*|steps?|walked')],
  ['water', words('вод[аыуео]\\p{L}?|водичк\\p{L}*|воды|выпил\\p{L}*|water|drank|hydrat\\p{L}*')],
  ['weight', words('вес|весы|весах|веса|вешу|весил[аи]?|весит|весим|взвесил\\p{L}*|weight|weigh\\p{L}*|scales?')],
]
/** Whether a sentence names something that is measured of a body. */
export const namesReading = (plain: string): boolean => KINDS.some(([, pattern]) => pattern.test(plain))

/** Whether it speaks of anything that is kept of a body: readings, nights, moods, pains. */
export const namesHealth = (plain: string): boolean =>
  namesReading(plain) || KEPT.some(([, pattern]) => pattern.test(plain)) || ACHES.test(plain)
const ACHES = words(
  'бол[ьие]\\p{L}*|болит|температур\\p{L}*|кашл\\p{L}*|кашел\\p{L}*|насморк\\p{L}*|тошнот\\p{L}*|головокруж\\p{L}*|мигрен\\p{L}*|здоровь\\p{L}*|замер\\p{L}*|показани\\p{L}*|самочувств\\p{L}*',
  'pain|aches?|headache|cough\\p{L}*|nausea|migraine|dizz\\p{L}*|health|reading|measurement|check.?in|fever|sore',
)

const BY_UNIT: Readonly<Record<string, string>> = {
  mass: 'weight',
  volume: 'water',
  steps: 'steps',
  rate: 'heart_rate',
  temperature: 'temperature',
  glucose: 'glucose',
}

const CONTEXTS: readonly (readonly [string, RegExp])[] = [
  [
    'fasting',
    words(
      'натощак|на голодный желудок|до еды|до завтрака|fasting|fasted|before (?:food|breakfast|eating)|empty stomach',
    ),
  ],
  [
    'after_meal',
    words('после (?:еды|завтрака|обеда|ужина)|after (?:a meal|food|eating|lunch|dinner|breakfast|meals?)|post.?meal'),
  ],
  ['rest', words('в покое|лежа|сидя|resting|at rest')],
  [
    'exercise',
    words(
      'на (?:велотренаж|дорожк|бег|трениров)\\p{L}*|после (?:бега|пробежки|тренировки|нагрузки)|во время (?:бега|тренировки)|on the (?:bike|treadmill)|after (?:a )?(?:run|workout|exercise|training)|during (?:a )?(?:run|workout|exercise)',
    ),
  ],
]
const tableFor = <V>(plain: string, table: readonly (readonly [V, RegExp])[]): V | undefined =>
  table.find(([, pattern]) => pattern.test(plain))?.[0]

/** When it was: a day that is named, an exact hour; "утром" is no hour. */
const takeWhen = (slots: Slots): void => {
  const [when] = left(slots, 'instant', 'date').filter((one) => one.kind === 'date' || one.exact)
  const [time] = left(slots, 'time')
  const moment = when ?? (time?.exact ? time : undefined)
  if (moment && give(slots, 'at', moment)) use(slots, moment)
}

/** A reading and what it is of. */
export const fillMetric = (slots: Slots): void => {
  const { plain } = slots.clause
  const [pair] = left(slots, 'pair')
  const [measure] = left(slots, 'measure')
  const named = tableFor(plain, KINDS)
  set(slots, 'kind', pair ? 'blood_pressure' : (named ?? (measure ? BY_UNIT[measure.of] : undefined)))
  const [number] = left(slots, 'number')
  const [percent] = left(slots, 'percent')
  const [, tenth] = left(slots, 'number')
  // "тридцать семь и пять", "five point eight".
  const spoken = number && tenth && Number.isInteger(tenth.value) && tenth.value >= 0 && tenth.value < 10
  const joined = spoken && /^\s*(?:и|точка|запятая|and|point)\s*$/u.test(plain.slice(number.end, tenth.start))
  if (joined && set(slots, 'value', Number(`${number.value}.${tenth.value}`))) use(slots, number, tenth)
  const more = number ? /^\s*(?:more|extra|ещ[её])\s+(\p{L}+)/u.exec(plain.slice(number.end))?.[1] : undefined
  if (more !== undefined) set(slots, 'unit', more)
  const figure = pair ?? measure ?? percent ?? number
  // "180 фунтов" is a currency anywhere but on the scales.
  if (number && named === 'weight' && /^\s*фунт/u.test(plain.slice(number.end))) set(slots, 'unit', 'lb')
  const [pounds] = left(slots, 'money')
  if (!figure && pounds?.currency === 'GBP' && named === 'weight' && set(slots, 'value', pounds.amount / 100)) {
    use(slots, pounds)
    set(slots, 'unit', 'lb')
  }
  if (figure && !joined && give(slots, 'value', figure)) use(slots, figure)
  if (slots.tool.properties['context']) set(slots, 'context', tableFor(plain, CONTEXTS))
  takeWhen(slots)
  fillLearnt(slots)
}

const DAY_MINUTES = 1_440
const SCALES: readonly (readonly [string, RegExp])[] = [
  ['mood', words('настроени\\p{L}*|настрой|mood|feeling|feel')],
  ['stress', words('стресс\\p{L}*|тревог\\p{L}*|напряжени\\p{L}*|stress\\p{L}*|anxiety|tension')],
  ['energy', words('энерги\\p{L}*|сил|силы|бодрост\\p{L}*|заряд\\p{L}*|energy|vigou?r|pep')],
]
const OUT_OF = /(?:из|\/|out of|of)\s*$/u
/** How it is, in words that are a mark of ten. */
const FEELS: readonly (readonly [number, RegExp])[] = [
  [2, words('ужасн\\p{L}*|кошмарн\\p{L}*|отвратительн\\p{L}*', 'awful|terrible|horrible')],
  [3, words('плох\\p{L}+|неважн\\p{L}+', 'bad|poor|low')],
  [5, words('так себе|средне\\p{L}*|норм\\p{L}*', 'so.so|ok(?:ay)?|average|meh')],
  [7, words('хорош\\p{L}+', 'good|fine')],
  [9, words('отличн\\p{L}+|прекрасн\\p{L}+|замечательн\\p{L}+', 'great|excellent|amazing|fantastic')],
]
/** From one thing that is felt to the next. */
const stretchOf = (plain: string, at: number): string => {
  const others = SCALES.flatMap(([, pattern]) =>
    [...plain.matchAll(new RegExp(pattern.source, 'gu'))].map(({ index }) => index),
  )
  return plain.slice(at, Math.min(...others.filter((index) => index > at), plain.length))
}

/** "настроение 7, стресс 4": each figure goes to the word that stands next to it. */
export const fillMood = (slots: Slots): void => {
  const { plain } = slots.clause
  const tenths = [...plain.matchAll(/(?<!\d)(10|[1-9])\s*\/\s*10(?!\d)/gu)]
  const figures = left(slots, 'number').filter(({ start }) => !OUT_OF.test(plain.slice(0, start)))
  const several = SCALES.filter(([, pattern]) => pattern.test(plain)).length > 1
  if (left(slots, 'date').every(({ date }) => date < today(slots))) takeWhen(slots)
  for (const [field, pattern] of SCALES) {
    const noun = pattern.exec(plain)
    if (!noun) continue
    const share = tenths.find(({ index }) => index >= noun.index) ?? tenths.at(-1)
    if (share && set(slots, field, Number(share[1]))) {
      tenths.splice(tenths.indexOf(share), 1)
      continue
    }
    const stretch = stretchOf(plain, noun.index)
    const free = figures.filter((figure) => !slots.used.includes(figure))
    const isOwn = ({ start }: { start: number }): boolean => start >= noun.index && start < noun.index + stretch.length
    const felt = tableFor(stretch, FEELS) ?? (several ? undefined : tableFor(plain, FEELS))
    if ((several ? !free.some(isOwn) : free.length === 0) && set(slots, field, felt ?? gradeIn(stretch))) continue
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
  if (!marked && hour >= 13 && hour <= 17) return `${String(hour - 12).padStart(2, '0')}${time.slice(2)}`
  if (marked || hour < 7 || hour > 12) return time
  return hour === 12 ? '00:00' : `${hour + 12}${time.slice(2)}`
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
    const to = nap ? window.to : morning({ ...window, kind: 'time', time: window.to, exact: true }, plain)
    setNight(slots, from, to, dayIn(slots))
  } else if (first && second) {
    const turned =
      /вста|просн|подъ|woke|up|wake/u.test(plain.slice(0, first.start)) &&
      !/л[её]г|усн|засн|bed|asleep/u.test(plain.slice(0, first.start))
    const [bed, wake] = turned ? [second, first] : [first, second]
    use(slots, first, second)
    setNight(slots, nap ? clockOf(bed) : evening(bed, plain), nap ? clockOf(wake) : morning(wake, plain), dayIn(slots))
  } else if (first && slots.args['start'] === undefined) {
    const asleep = /л[её]г|усн|засн|отруб|отбой|bed|asleep/u.test(plain)
    if (asleep !== /вста|просн|подъ|woke|got up|wake/u.test(plain) && give(slots, asleep ? 'start' : 'end', first))
      use(slots, first)
  }
  const [length] = left(slots, 'duration')
  if (length && slots.args['start'] === undefined && set(slots, 'durationMinutes', length.minutes)) use(slots, length)
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
  [2, words('плохо|неважно|на двоечку|на двойку|badly|poorly|lousy|bad(?! dream)')],
  [3, words('так себе|средне|нормально|на троечку|на тройку|so.so|ok(?:ay)?|average')],
  [4, words('хорошо|неплохо|на четв[её]рочку|на четв[её]рку|well|good|fine')],
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

/** What else is kept, in the words people ask for it. */
const KEPT: readonly (readonly [string, RegExp])[] = [
  ['sleep', words('сон|сна|сну|сне|снов|спал\\p{L}*|сплю|высыпа\\p{L}*|ноч[ьией]|sleep\\p{L}*|slept|nights?|naps?')],
  ['mood', words('настроени\\p{L}*|mood')],
  ['stress', words('стресс\\p{L}*|тревог\\p{L}*|stress\\p{L}*')],
  ['energy', words('энерги\\p{L}*|бодрост\\p{L}*|energy')],
  ['symptom', words('симптом\\p{L}*|болел\\p{L}*|жалоб\\p{L}*|symptoms?|ached|complaints?')],
  ['resting_heart_rate', words('пульс\\p{L}* (?:в )?поко\\p{L}+|resting (?:heart rate|pulse|hr)')],
]
const asked = (slots: Slots, field: 'metric' | 'kind'): void => {
  const known = slots.tool.properties[field]?.enum ?? []
  const { plain } = slots.clause
  const code = tableFor(plain, [...KEPT, ...KINDS])
  if (code !== undefined && known.includes(code)) set(slots, field, code)
}

/** What was measured, of which days. */
export const fillEntries = (slots: Slots): void => {
  asked(slots, 'kind')
  if (words('удал[её]нн\\p{L}*', 'deleted').test(slots.clause.plain)) set(slots, 'includeDeleted', true)
  takeLimit(slots)
  takeDaysBehind(slots)
  fillLearnt(slots)
}

/** Figures of the last days when nothing else was said. */
export const fillTrend = (slots: Slots): void => {
  asked(slots, 'metric')
  takeDaysBehind(slots)
  fillLearnt(slots)
}

const CORRECTED: readonly (readonly [string, RegExp])[] = [
  ['mood', words('настроени\\p{L}*|mood')],
  ['stress', words('стресс\\p{L}*|stress\\p{L}*')],
  ['energy', words('энерги\\p{L}*|energy')],
  ['quality', words('качеств\\p{L}*|quality')],
]
/** Of "не 7, а 8" and "68, not 64" the figure that is not denied. */
const rightOf = <F extends { start: number }>(figures: readonly F[], plain: string): F | undefined =>
  figures.find(({ start }) => !/(?<!\p{L})(?:не|not|instead of|вместо)\s+$/u.test(plain.slice(0, start))) ?? figures[0]

/** "настроение поправь на 6": the figure goes where the kind of record has one. */
export const fillCorrection = (slots: Slots): void => {
  const { plain } = slots.clause
  const figures = left(slots, 'number')
  const figure = rightOf(figures, plain)
  const scale = tableFor(plain, CORRECTED)
  const [measure] = left(slots, 'measure', 'pair', 'percent')
  const field =
    scale ??
    (tableFor(plain, KINDS) === undefined && tableFor(plain, KEPT.slice(0, 1)) === undefined ? 'severity' : 'value')
  if (measure && give(slots, 'value', measure)) use(slots, measure)
  else if (figure && give(slots, field, figure)) use(slots, figure)
  fillLearnt(slots)
}

/** What a figure counts: "20 страниц", "500 прыжков"; how often is no unit. */
const COUNTED = /^\s*(\p{L}{2,})/u
const NO_UNIT = words('раз[а]?|в|на|за|по|и|каждый|ежедневно|times?|a|per|each|every|daily|weekly|in|on|for|and|do|к')
const ONCE = words('раз в (?:неделю|день)|once a (?:week|day)')
const WEEKLY = words('в неделю|еженедельн\\p{L}*|за неделю|a week|per week|weekly|every week')
const DAILY = words('в день|ежедневн\\p{L}*|каждый день|за день|a day|per day|daily|every day|each day')
/** A length of time by the unit it was said in: "2 часа" are two. */
const amountOf = ({ clause }: Slots, mention: MentionOf<'measure' | 'duration'>): number => {
  if (mention.kind === 'measure') return mention.value
  const inHours = /час|hour|hr/u.test(clause.plain.slice(mention.start, mention.end)) && mention.minutes % 30 === 0
  return inHours ? mention.minutes / 60 : mention.minutes
}
const AGAIN = words('ещё раз|еще раз|once(?: more)?|another|один раз')
/** "плюс 2", "20 минут": how much of a habit was done. */
export const fillHabitDone = (slots: Slots): void => {
  const { plain } = slots.clause
  if (chanceOf(slots, 'amount', 1) > 0.3) {
    const [measure] = left(slots, 'measure', 'duration')
    const [number] = left(slots, 'number')
    const amount = measure ? amountOf(slots, measure) : number?.value
    if (amount !== undefined && amount > 0 && set(slots, 'amount', amount))
      use(slots, ...left(slots, 'measure', 'duration', 'number'))
    if (/дважды|twice/u.test(plain)) set(slots, 'amount', 2)
    if (AGAIN.test(plain)) set(slots, 'amount', 1)
  }
  fillLearnt(slots)
}

/** "читать 20 страниц в день": how much, of what, how often. */
export const fillHabit = (slots: Slots): void => {
  const { plain } = slots.clause
  const measure = left(slots, 'measure', 'duration').find((one) => one.kind === 'measure' || one.minutes < DAY_MINUTES)
  const figure = left(slots, 'number').find(({ value }) => value > 0)
  if (measure) {
    const said = plain.slice(measure.start, measure.end)
    const [unit] = /\p{L}+$/u.exec(said) ?? []
    set(slots, 'target', amountOf(slots, measure))
    if (set(slots, 'unit', unit)) use(slots, measure)
  } else if (figure && (chanceOf(slots, 'target', 1) > 0.2 || /^\s*(?:раз|times)/u.test(plain.slice(figure.end)))) {
    use(slots, figure)
    set(slots, 'target', figure.value)
    const unit = COUNTED.exec(plain.slice(figure.end))?.[1]
    if (unit !== undefined && !NO_UNIT.test(unit)) set(slots, 'unit', unit)
  }
  if (/дважды|twice/u.test(plain)) set(slots, 'target', 2)
  if (ONCE.test(plain)) set(slots, 'target', 1)
  if (WEEKLY.test(plain)) set(slots, 'period', 'week')
  else if (DAILY.test(plain)) set(slots, 'period', 'day')
  fillLearnt(slots)
}
