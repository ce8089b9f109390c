import { addDays } from '../../../core/time.ts'
import { clauseOf, type MentionOf, mentionsOf } from '../clause.ts'
import { tidy, words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { rfc, today } from './moment.ts'
import { fillSince } from './onset.ts'
import { takeSets } from './sets.ts'
import { nextSeason } from './spans.ts'
import { hundredsIn } from './spoken.ts'
import { chanceOf, left, type Slots, set, use, wasSaid } from './state.ts'

// What was trained: distance, time, pulse, effort.

const CLIMB = words('набор\\p{L}*|подъ[её]м\\p{L}*|высот\\p{L}*|elevation|gain|climb\\p{L}*|ascent|vert')
const UPWARDS = /^\s*(?:up|of (?:climb\p{L}*|ascent|gain|vert)|вверх|в гору)(?!\p{L})/u
const CLIMB_NEAR = 40
const HOUR = words('час|часик|часок', 'an hour|one hour')

const PULSE = words('пульс\\p{L}*|чсс|heart ?rate|hr|pulse|bpm')
const HIGHEST = words('макс\\p{L}*|max\\p{L}*|peak|пиков\\p{L}*')
const EFFORT = words('rpe|рпе|усили\\p{L}*|тяжесть|нагрузк\\p{L}*|effort|hard')

/**
 * Session effort in words, 0..10: Foster et al., "A new approach to monitoring exercise training",
 * J Strength Cond Res 2001;15(1):109–115, table 1 (modified Borg CR-10). Only said of how it was, not of the kind of run.
 */
const EFFORT_SAID: readonly (readonly [number, RegExp])[] = [
  [7, words('(?:было|далось|шло) очень (?:тяжело|трудно)', '(?:it was|felt|was) very hard')],
  [1, words('(?:было|далось|шло) очень легко', '(?:it was|felt|was) very easy')],
  [5, words('(?:было|далось|шло) (?:тяжело|трудно)|тяжело далось', '(?:it was|felt|was) (?:hard|tough)')],
  [2, words('(?:было|далось|шло) легко|легко далось', '(?:it was|felt|was) easy')],
]

/** "с 19 до 20:30 вчера": when it began and how long it took. */
const takeWindow = (slots: Slots): void => {
  const [window] = left(slots, 'window')
  if (!window) return
  const [date] = left(slots, 'date')
  use(slots, window, ...(date ? [date] : []))
  const [from, to] = [window.from, window.to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  const day = date?.date ?? (isOver(slots, window.to) ? today(slots) : addDays(today(slots), -1))
  set(slots, 'start', rfc(slots, day, window.from))
  if (from !== undefined && to !== undefined) set(slots, 'durationMinutes', (to - from + 1_440) % 1_440)
}

/** "5 км за 26:30", "half marathon 1:52", "час двадцать": how long it took, as a clock shows it. */
const CLOCK = /(?<![\d:])(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])/u
const RACED = /км|километр|миль|мили|марафон|забег|заплыв|гонк|(?<!\p{L})(?:km|k|miles?|mi|marathon|race)(?!\p{L})/u
const CLOCK_AT = /(?<!\p{L})(?:в|с|к|до|at|from|until|till|before|after|around)\s*$/u
const LONGEST_HOURS = 9
const HOUR_AND =
  /(?<!\p{L})час (двадцать пять|двадцать|тридцать|сорок пять|сорок|пятнадцать|десять|пятьдесят)(?!\p{L})/u
const SPOKEN: Readonly<Record<string, number>> = {
  десять: 10,
  пятнадцать: 15,
  двадцать: 20,
  'двадцать пять': 25,
  тридцать: 30,
  сорок: 40,
  'сорок пять': 45,
  пятьдесят: 50,
}
const HOURS_AND =
  /(?<!\p{L}|\d)(\d|an|one|two|three) ?(?:hours?|hr?s?|h|час\p{L}*|ч) ?(?:and )?(?:(\d{1,2})(?!\d|[.:]|\s*(?:km|км|miles|k))(?: ?(?:m|min\p{L}*|мин\p{L}*)(?!\p{L}))?|(ten|fifteen|twenty|thirty|forty|a quarter|a half))(?!\p{L})/u
const ENGLISH: Readonly<Record<string, number>> = {
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  ten: 10,
  fifteen: 15,
  'a quarter': 15,
  twenty: 20,
  thirty: 30,
  'a half': 30,
  forty: 40,
}
/** "1 hr 10", "an hour and ten": both parts of a length. */
const takeHoursAnd = (slots: Slots, field: string): void => {
  const found = HOURS_AND.exec(slots.clause.plain)
  if (!found) return
  const [hours = 0, minutes = 0] = [found[1], found[2] ?? found[3]].map((said = '') => ENGLISH[said] ?? Number(said))
  if (!set(slots, field, hours * 60 + minutes)) return
  const end = found.index + found[0].length
  use(slots, ...slots.clause.mentions.filter((one) => one.start < end && one.end > found.index))
}
const takeClock = (slots: Slots): void => {
  const { plain } = slots.clause
  const field = MOVING.test(plain) ? 'movingMinutes' : 'durationMinutes'
  takeHoursAnd(slots, field)
  const minutes = SPOKEN[HOUR_AND.exec(plain)?.[1] ?? ''] ?? 0
  if (minutes > 0 && set(slots, field, 60 + minutes)) use(slots, ...left(slots, 'duration'))
  const shown = clockMinutes(plain)
  if (shown === undefined || !set(slots, field, shown)) return
  use(slots, ...left(slots, 'time', 'invalid'))
}
const MOVING = words('в движении|чист\\p{L}+ врем\\p{L}+', 'moving(?: time)?|in motion')
/** Minutes and seconds of a race, hours and minutes when they can only be those. */
const clockMinutes = (plain: string): number | undefined => {
  const found = CLOCK.exec(plain)
  if (!found || !RACED.test(plain) || CLOCK_AT.test(plain.slice(0, found.index))) return undefined
  const [first, second, third] = found.slice(1).map(Number)
  if (first === undefined || second === undefined) return undefined
  if (third !== undefined && !Number.isNaN(third)) return Number((first * 60 + second + third / 60).toFixed(2))
  return first < LONGEST_HOURS && !SHORT_RACE.test(plain)
    ? first * 60 + second
    : Number((first + second / 60).toFixed(2))
}
const SHORT_RACE =
  /(?<![\d.,])[1-3](?:[.,]\d)?\s*(?:км|km|k|миля|миль|miles?)(?!\p{L})|(?<!\d)[1-9]\d\d\s*(?:м|m)(?!\p{L})/u

const isOver = (slots: Slots, time: string): boolean => new Date(rfc(slots, today(slots), time)) <= slots.context.now

export const fillWorkout = (slots: Slots): void => {
  const { plain } = slots.clause
  takeSets(slots)
  let from = 0
  for (const measure of left(slots, 'measure')) {
    const lead = plain.slice(Math.max(from, measure.start - CLIMB_NEAR), measure.start)
    from = measure.end
    const lengths =
      CLIMB.test(lead) || UPWARDS.test(plain.slice(measure.end)) ? 'elevationGainMeters' : 'distanceMeters'
    const field =
      measure.of === 'length'
        ? lengths
        : measure.of === 'energy'
          ? 'calories'
          : measure.of === 'rate'
            ? 'heartRateAvg'
            : undefined
    if (field && give(slots, field, measure)) use(slots, measure)
  }
  takeClock(slots)
  // "5 km in 27 minutes" looks ahead by its words alone.
  const [length] = left(slots, 'duration', 'delay')
  if (length && set(slots, MOVING.test(plain) ? 'movingMinutes' : 'durationMinutes', length.minutes)) use(slots, length)
  takeWindow(slots)
  for (const number of left(slots, 'number')) {
    const lead = plain.slice(Math.max(0, number.start - 16), number.start)
    const field = HIGHEST.test(lead.slice(-9))
      ? 'heartRateMax'
      : PULSE.test(lead)
        ? HIGHEST.test(lead)
          ? 'heartRateMax'
          : 'heartRateAvg'
        : EFFORT.test(lead)
          ? 'rpe'
          : undefined
    if (field && wasSaid(slots, number) !== '' && give(slots, field, number)) use(slots, number)
  }
  const [single, second] = left(slots, 'number')
  if (single && !second && slots.tool.name.includes('_update_')) {
    const field = PULSE.test(plain) ? 'heartRateAvg' : EFFORT.test(plain) ? 'rpe' : undefined
    if (field && give(slots, field, single)) use(slots, single)
  }
  set(slots, 'rpe', EFFORT_SAID.find(([, pattern]) => pattern.test(plain))?.[0])
  if (HOUR.test(plain) && slots.args['distanceMeters'] === undefined) set(slots, 'durationMinutes', 60)
  fillLearnt(slots)
}

const RACES: readonly (readonly [number, RegExp])[] = [
  [21_097.5, words('полумарафон\\p{L}*|половинк\\p{L}+', 'half[ -]marathon')],
  [42_195, words('марафон\\p{L}*', 'marathon')],
  [1609.34, words('милю', 'an? mile')],
  [1000, words('(?<!\\p{N} |\\p{L}[ьи] )километр', 'a kilomet(?:re|er)')],
]
const THOUSANDS = /(?<![\d.,])(\d{1,3})k(?!\p{L})/u
const WEEKLY =
  /(?<!\p{L})(?:(\d|дважды|twice|раз|once|два|три|четыре|пять|two|three|four|five)(?: раз[а]?| times?| тренировк\p{L}+| workouts?| sessions?| дн\p{L}+| days?)?) (?:в неделю|еженедельно|a week|per week|weekly|every week)(?!\p{L})/u
const TIMES: Readonly<Record<string, number>> = {
  раз: 1,
  once: 1,
  дважды: 2,
  twice: 2,
  два: 2,
  two: 2,
  три: 3,
  three: 3,
  четыре: 4,
  four: 4,
  пять: 5,
  five: 5,
}
const EVERY_DAY = words(
  'в день|каждый день|ежедневно|еженедельно|в неделю',
  'a day|daily|per day|every day|a week|per week',
)
const LIFTED = words(
  'при(?:сесть|седать|сед\\p{L}*)|(?:вы|по)?жать|жим\\p{L}*|тяг[аиу]|становая',
  'bench|squat|deadlift|press|lift',
)
const LEAST_LIFTED = 30

/** A goal in the person's words, with the figures in them. */
export const fillTrainingGoal = (slots: Slots): void => {
  const { mentions } = slots.whole
  const { plain } = slots.clause
  for (const mention of mentions) {
    if (mention.kind === 'measure' && mention.of === 'length') give(slots, 'distanceMeters', mention)
    if (mention.kind === 'measure' && mention.of === 'mass') give(slots, 'weightKg', mention)
  }
  const thousands = THOUSANDS.exec(plain)
  if (thousands) set(slots, 'distanceMeters', Number(thousands[1]) * 1000)
  const race = RACES.find(([, pattern]) => pattern.test(plain))
  if (race) set(slots, 'distanceMeters', race[0])
  const figure = mentions.find((mention) => mention.kind === 'number')
  if (
    LIFTED.test(plain) &&
    figure?.kind === 'number' &&
    figure.value >= LEAST_LIFTED &&
    chanceOf(slots, 'weightKg') > 0.3
  )
    set(slots, 'weightKg', figure.value)
  const weekly = WEEKLY.exec(plain)?.[1]
  if (weekly !== undefined) set(slots, 'sessionsPerWeek', TIMES[weekly] ?? Number(weekly))
  const length = mentions.find((mention) => mention.kind === 'duration' || mention.kind === 'delay')
  const minutes = (length && 'minutes' in length ? length.minutes : undefined) ?? clockMinutes(plain)
  const daily = length !== undefined && EVERY_DAY.test(plain.slice(length.end).split(/[,;]/u)[0] ?? '')
  if (slots.args['distanceMeters'] !== undefined && minutes !== undefined && minutes < DAY_MINUTES && !daily)
    set(slots, 'targetMinutes', minutes)
  if (HOUR_EACH.test(plain)) set(slots, 'sessionMinutes', 60)
  const season = nextSeason(slots)
  if (season !== undefined && TO_SEASON.test(plain)) set(slots, 'by', season)
  fillLearnt(slots)
}
const TO_SEASON = words('к|до', 'by|before|until')

const THRESHOLDS: readonly (readonly [string, string])[] = [
  ['powerWatts', 'ftp|фтп|functional threshold|threshold|мощност\\p{L}*|ватт\\p{L}*|вт|watts?|w|power'],
  ['heartRateRest', '(?:в )?поко[йяею]\\p{L}*|базов\\p{L}+|resting|rest|rhr'],
  ['heartRateMax', 'макс\\p{L}*|предел\\p{L}*|max\\p{L}*|peak|пиков\\p{L}*'],
]
/** "use 71 as my resting pulse": the only figure goes by a word far behind it. */
const trailing = (rest: string): string | undefined =>
  /\d/.test(rest) ? undefined : THRESHOLDS.find(([, word]) => words(word).test(rest))?.[0]
/** "максимальный пульс 186, 52 покоя": each figure by the word that follows it at once, else by the last before it. */
export const fillThresholds = (slots: Slots): void => {
  const { plain } = slots.clause
  let from = 0
  let spelled = false
  const digits = [...plain.matchAll(/(?<![\d.,:])\d{2,3}(?![\d.,:]*\d| ?(?:минут|мин|min))/gu)].map(
    ({ index, 0: said }) => ({
      value: Number(said),
      start: index,
      end: index + said.length,
    }),
  )
  for (const { value, start: index, end } of [...digits, ...hundredsIn(plain)].sort((a, b) => a.start - b.start)) {
    const lead = plain.slice(from, index)
    const before = THRESHOLDS.map(([field, word]) => ({
      field,
      at: [...lead.matchAll(new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'gu'))].at(-1)?.index ?? -1,
    }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at)[0]?.field
    const after = THRESHOLDS.map(([field, word]) => ({
      field,
      said: new RegExp(`^\\s*(?:${word})(?!\\p{L})`, 'u').exec(plain.slice(end))?.[0],
    })).find(({ said }) => said !== undefined)
    const isUnit = after?.field === 'powerWatts'
    // "max 202, rest 62" goes by what is before, "196 max and 67 rest" by what is after.
    const field = isUnit ? after.field : (before ?? after?.field ?? trailing(plain.slice(end)) ?? 'heartRateMax')
    from = end + (field === after?.field ? (after.said?.length ?? 0) : 0)
    spelled = set(slots, field, value) || spelled
  }
  if (!spelled)
    for (const number of left(slots, 'number')) {
      const field = THRESHOLDS.find(([, word]) => words(word).test(plain))?.[0] ?? 'heartRateMax'
      if (give(slots, field, number)) use(slots, number)
    }
  use(slots, ...left(slots, 'number', 'measure', 'duration'))
  fillLearnt(slots)
}

const SESSIONS = /^[\s-]*(?:дн\p{L}+|раза?|тренировк\p{L}+|заняти\p{L}+|days?|times|workouts?|sessions?)(?!\p{L})/u
const HOUR_EACH = words('по часу|по часику', '(?:an?|one) hour each')
const DAY_MINUTES = 1_440
/** "сплит на 3 дня": that many sessions. */
const splitDays = (slots: Slots): number | undefined => {
  const length = left(slots, 'duration').find(({ minutes }) => minutes % DAY_MINUTES === 0 && minutes < 7 * DAY_MINUTES)
  if (length) use(slots, length)
  return length && length.minutes / DAY_MINUTES
}
const WEEK_OF = /(?<!\p{L})week of (?:the )?/u
/** "the week of the 28th of april" begins on that day. */
const namedDay = ({ clause, context }: Slots): MentionOf<'date'> | undefined => {
  const opened = WEEK_OF.exec(clause.plain)
  const said = opened && clauseOf(`on ${clause.text.slice(opened.index + opened[0].length)}`, clause.lang, context)
  return said ? mentionsOf(said, 'date')[0] : undefined
}
/** Which week is to be planned, and how many sessions. */
export const fillWeekPlan = (slots: Slots): void => {
  const range = left(slots, 'range').find((one) => !/^(?:на|for the|за) (?:неделю|week)/u.test(wasSaid(slots, one)))
  const [date] = left(slots, 'date')
  const named = date ?? namedDay(slots)
  const first = named?.date ?? range?.from
  use(slots, ...left(slots, 'range'))
  const sessions = left(slots, 'number').find(({ end }) => SESSIONS.test(slots.clause.plain.slice(end)))
  if (sessions && set(slots, 'sessions', sessions.value)) use(slots, sessions)
  set(slots, 'sessions', splitDays(slots))
  if (HOUR_EACH.test(slots.clause.plain)) set(slots, 'sessionMinutes', 60)
  if (first !== undefined && set(slots, 'weekStart', first)) use(slots, ...(range ? [range] : date ? [date] : []))
  fillLearnt(slots)
}

const SEVERITY: readonly (readonly [string, RegExp])[] = [
  [
    'mild',
    words(
      'л[её]гк\\p{L}+|небольш\\p{L}+|слегка|немного|несильн\\p{L}+|слаб\\p{L}+',
      'mild(?:ly)?|slight(?:ly)?|minor|light(?:ly)?|a bit',
    ),
  ],
  ['moderate', words('умеренн\\p{L}+|средн\\p{L}+', 'moderate(?:ly)?|medium')],
  ['severe', words('сильн\\p{L}+|тяж[её]л\\p{L}+|серь[её]зн\\p{L}+', 'severe(?:ly)?|nasty|bad(?:ly)?|serious(?:ly)?')],
]
/** An injury: how bad, and since when. */
export const fillInjury = (slots: Slots): void => {
  const { plain } = slots.clause
  if (slots.args['severity'] === undefined)
    set(slots, 'severity', SEVERITY.find(([, pattern]) => pattern.test(plain))?.[0])
  fillSince(slots)
}

/** How far it will be by a day; "к лету" is the first of it. */
export const fillProgress = (slots: Slots): void => {
  const season = nextSeason(slots)
  if (season !== undefined) set(slots, 'on', season)
  fillLearnt(slots)
}

const GEAR = '(?:инвентар\\p{L}+|оборудовани\\p{L}+|снаряд\\p{L}*|желез\\p{L}+)'
const NOTHING = words(
  `без (?:всякого )?${GEAR}|(?:нет|никак\\p{L}+) (?:\\p{L}+ )?${GEAR}|${GEAR}:? (?:больше )?(?:нет|никак\\p{L}+|ничего)|ничего (?:нет|не осталось)|ничего из ${GEAR}`,
  '(?:с )?(?:собственн\\p{L}+|сво[ие]\\p{L}*) (?:вес\\p{L}*|тел\\p{L}+)|вес\\p{L}* тела|(?:очисти|сбрось|обнули) (?:\\p{L}+ )?(?:инвентарь|оборудование)',
  '(?:no|without|zero) (?:gear|equipment|weights)|(?:gear|equipment):? (?:nothing|none)|nothing (?:at all|for equipment)|body ?weight|clear (?:my |the )?(?:equipment|gear)',
)
/** "больше ничего нет", "другого инвентаря нет": nothing but what was named. */
const NOTHING_ELSE = words('больше|другого|другой|остального', 'else|other')
const ITEMS_APART = /\s*(?:,|;|\+|&|(?<!\p{L})(?:и|а также|плюс|and|plus)(?!\p{L}))\s*/giu
const ARTICLE = /^(?:and |plus )?(?:an?|the|some|my)\s+/iu
/** What there is to train with: "бутылки с водой" are one thing. */
export const fillEquipment = (slots: Slots): void => {
  const { items } = slots.args
  const { plain } = slots.clause
  if (NOTHING.test(plain) && !(NOTHING_ELSE.test(plain) && typeof items === 'string')) slots.args['items'] = []
  else if (typeof items === 'string')
    slots.args['items'] = items
      .split(ITEMS_APART)
      .map((name) => tidy(name.replace(ARTICLE, '')))
      .filter((name) => name !== '')
  fillLearnt(slots)
}
