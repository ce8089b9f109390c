import { localDateOf } from '../../../core/time.ts'
import type { MentionOf } from '../clause.ts'
import { words } from '../words.ts'
import { takeLimit } from './asked.ts'
import { fillLearnt, give, takeDaysBehind } from './fields.ts'
import { rfc, today } from './moment.ts'
import { gradeIn } from './onset.ts'
import { hundredsIn, markIn } from './spoken.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What a person says of their body: readings, how they feel.

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['blood_pressure', words('давлени\\p{L}*|blood pressure|bp|pressure')],
  ['heart_rate', words('пульс\\p{L}*|чсс|сердцебиени\\p{L}*|heart ?rate|pulse|hr|bpm')],
  ['temperature', words('температур\\p{L}*|градусник\\p{L}*|temp|temperature|fever|thermometer')],
  ['glucose', words('сахар\\p{L}*|глюкоз\\p{L}*|глюкометр\\p{L}*|glucose|blood sugar|sugar|glucometer')],
  ['spo2', words('сатурац\\p{L}*|кислоро\\p{L}*|spo2|спо2|оксиметр\\p{L}*|oxygen|oxgyen|saturation|o2(?: ?sat)?|sats')],
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

const LAST_EVENING = words('last night')
const EVENING = '19:00'
/** "утром", "last night": a part of the day, where the sentence says when it was. */
const takePartOfDay = (slots: Slots): void => {
  const part = left(slots, 'instant', 'time').find(({ exact }) => !exact)
  if (!part || chanceOf(slots, 'at') <= PROBABLE) return
  const at =
    part.kind === 'time'
      ? rfc(slots, today(slots), part.time)
      : LAST_EVENING.test(slots.clause.plain.slice(part.start, part.end))
        ? rfc(slots, localDateOf(new Date(part.at), slots.context.timeZone), EVENING)
        : part.at
  if (new Date(at) <= slots.context.now && set(slots, 'at', at)) use(slots, part)
}
const PROBABLE = 0.5

/** When it was: a day that is named, an exact hour; "утром" is no hour. */
const takeWhen = (slots: Slots): void => {
  takePartOfDay(slots)
  const [when] = left(slots, 'instant', 'date').filter((one) => one.kind === 'date' || one.exact)
  const [time] = left(slots, 'time')
  const moment = when ?? (time?.exact ? time : undefined)
  if (moment && give(slots, 'at', moment)) use(slots, moment)
}

const PRESSURE = words('давлени\\p{L}*|верхнее|blood pressure|bp')
const BETWEEN_TWO = /^\s*(?:и|на|over|нижнее|lower|,)?\s*(?:нижнее)?\s*$/u
/** "давление 112 68", "one sixty four over one oh seven": both figures of a blood pressure. */
const takePressure = (slots: Slots): void => {
  const { plain } = slots.clause
  if (!PRESSURE.test(plain) || left(slots, 'pair').length > 0) return
  const spoken = hundredsIn(plain)
  const numbers = left(slots, 'number').filter(
    (one) => !spoken.some(({ start, end }) => one.start < end && one.end > start),
  )
  const figures = [...spoken, ...numbers].sort((a, b) => a.start - b.start)
  const [upper, lower] = figures
  if (!upper || !lower || upper.value <= lower.value || !BETWEEN_TWO.test(plain.slice(upper.end, lower.start))) return
  if (set(slots, 'value', { systolic: upper.value, diastolic: lower.value }))
    use(slots, ...slots.clause.mentions.filter(({ start, end }) => start < lower.end && end > upper.start))
  set(slots, 'kind', 'blood_pressure')
}

/** "sixty point five kg": the tenths stand with the unit. */
const takeSpokenTenth = (slots: Slots): void => {
  const { plain } = slots.clause
  const [whole] = left(slots, 'number')
  const tenth = whole && left(slots, 'measure').find(({ start }) => start > whole.end)
  if (!whole || !tenth || tenth.value >= 10 || !/^\s*point\s*$/u.test(plain.slice(whole.end, tenth.start))) return
  if (!set(slots, 'value', Number(`${whole.value}.${tenth.value}`))) return
  use(slots, whole, tenth)
  set(slots, 'unit', tenth.unit)
}

/** A unit that makes no measure of the figure before it. */
const UNIT_AFTER = /^\s*(мм рт\.?\s?ст\.?|°?[cf]|celsius|fahrenheit|pints?|glass(?:es)?|cups?|bottles?)(?!\p{L})/u
const ONE_OF = /(?<!\p{L})(glass|cup|bottle|mug|стакан|стаканчик|кружк[ау]|бутылк[ау])(?!\p{L})/u

/** A reading and what it is of. */
export const fillMetric = (slots: Slots): void => {
  const { plain } = slots.clause
  takePressure(slots)
  takeSpokenTenth(slots)
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
  if (figure && figure.kind !== 'measure') set(slots, 'unit', UNIT_AFTER.exec(plain.slice(figure.end))?.[1])
  const glass = figure || named !== 'water' ? undefined : ONE_OF.exec(plain)?.[1]
  if (glass !== undefined && set(slots, 'value', 1)) set(slots, 'unit', glass)
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
  [2, words('очень плох\\p{L}+', 'very bad')],
  [2, words('ужасн\\p{L}*|кошмарн\\p{L}*|отвратительн\\p{L}*', 'awful|terrible|horrible')],
  [3, words('плох\\p{L}+|неважн\\p{L}+', 'bad|poor|low')],
  [5, words('так себе|средне\\p{L}*|норм\\p{L}*', 'so.so|ok(?:ay)?|average|meh')],
  [7, words('хорош\\p{L}+', 'good|fine')],
  [9, words('отличн\\p{L}+|прекрасн\\p{L}+|замечательн\\p{L}+', 'great|excellent|amazing|fantastic')],
]
/** "put my stress at 4" is a mark and no hour. */
const markAt = (stretch: string): number | undefined => {
  const mark = /(?<!\p{L})at (10|[1-9])(?![\d:.]| ?(?:am|pm|o.clock))/u.exec(stretch)?.[1]
  return mark === undefined ? undefined : Number(mark)
}
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
  use(
    slots,
    ...slots.clause.mentions.filter((one) =>
      tenths.some(({ index, 0: said }) => one.start < index + said.length && one.end > index),
    ),
  )
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
    const unsaid = several ? !free.some(isOwn) : free.length === 0
    if (unsaid && set(slots, field, felt ?? gradeIn(stretch) ?? markIn(stretch) ?? markAt(stretch))) continue
    const after = free.find(({ start }) => start >= noun.index)
    const nearest = after ?? free.at(-1)
    if (nearest && set(slots, field, nearest.value)) use(slots, nearest)
  }
  fillLearnt(slots)
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
const WRONG = /(?<!\p{L})(?:не|not|isn't|wasn't|instead of|вместо|(?<!\p{L})с|from)\s+$/u
const RIGHT = /(?:(?<!\p{L})на|,\s*а|(?<!\p{L})to|it's|it is|it was)\s+$/u
/** Of "не 7, а 8" and "68, not 64" the figure that is not denied. */
const rightOf = <F extends { start: number }>(figures: readonly F[], plain: string): F | undefined =>
  figures.find(({ start }) => RIGHT.test(plain.slice(0, start))) ??
  figures.find(({ start }) => !WRONG.test(plain.slice(0, start))) ??
  figures[0]

/** "настроение поправь на 6": the figure goes where the kind of record has one. */
export const fillCorrection = (slots: Slots): void => {
  const { plain } = slots.clause
  const figures = left(slots, 'number')
  const figure = rightOf(figures, plain)
  const scale = tableFor(plain, CORRECTED)
  const measure = rightOf(left(slots, 'measure', 'pair', 'percent'), plain)
  const field =
    scale ??
    (tableFor(plain, KINDS) === undefined && tableFor(plain, KEPT.slice(0, 1)) === undefined ? 'severity' : 'value')
  set(slots, field, figures.length === 0 && field !== 'value' ? (gradeIn(plain) ?? markIn(plain)) : undefined)
  const [length] = left(slots, 'duration')
  if (length && set(slots, 'durationMinutes', figure ? figure.value * 60 : length.minutes))
    use(slots, length, ...figures)
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
  if (/трижды|thrice/u.test(plain)) set(slots, 'target', 3)
  if (ONCE.test(plain)) set(slots, 'target', 1)
  if (WEEKLY.test(plain)) set(slots, 'period', 'week')
  else if (DAILY.test(plain)) set(slots, 'period', 'day')
  fillLearnt(slots)
}
