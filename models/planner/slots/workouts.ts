import { tidy, words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { rfc, today } from './moment.ts'
import { left, type Slots, set, use, wasSaid } from './state.ts'

// What was trained: distance, time, pulse, and sets.

const FILLER =
  /^(?:[\s,.;:—–-]|(?:сделал[аи]?|сделай|запиши|добавь|тренировк[ауи]|зал|сегодня|вчера|потом|ещё|еще|и|а|на|по|did|do|log|add|then|and|today|workout|session|of|some|also)(?!\p{L}))+|(?:[\s,.;:—–-]|(?<!\p{L})(?:по|с|на|и|а|at|with|of|for|and|x)(?!\p{L}))+$/giu
const REPS = /^\s*(?:раз|повтор\p{L}*|reps?|times)(?!\p{L})/u
const MOST_WORDS = 5
/** "планка 3×60 секунд" is held, not repeated. */
const SECONDS = /^\s*(?:секунд\p{L}*|сек|с|seconds?|secs?|s)(?!\p{L})/u

/** Sets with the exercise that stands before them, else after: "жим 3х8 по 60, присед 5х5 по 100". */
const takeSets = (slots: Slots): void => {
  const { text, plain } = slots.clause
  const sets = left(slots, 'sets')
  if (sets.length === 0) {
    takeReps(slots)
    return
  }
  const found: Record<string, unknown>[] = []
  let from = 0
  for (const [index, one] of sets.entries()) {
    const before = tidy(text.slice(from, one.start).replace(FILLER, '').replace(FILLER, ''))
    const after = tidy(
      text
        .slice(one.end, sets[index + 1]?.start ?? text.length)
        .split(/[,;.]/u)[0]
        ?.replace(FILLER, '')
        .replace(FILLER, '') ?? '',
    )
    const isName = (words: string): boolean => /\p{L}{2,}/u.test(words) && words.split(' ').length <= MOST_WORDS
    const exercise = isName(before) ? before : isName(after) ? after : ''
    from = isName(before) ? one.end : one.end + after.length
    if (exercise === '') continue
    use(slots, one)
    found.push({
      exercise,
      sets: one.sets,
      ...(SECONDS.test(plain.slice(one.end)) ? { seconds: one.reps } : { reps: one.reps }),
      ...(one.weightKg === null ? {} : { weightKg: one.weightKg }),
    })
  }
  if (found.length > 0) set(slots, 'sets', found)
}

/** "отжался 20 раз", "bench 100 kg 5 reps": one set. */
const takeReps = (slots: Slots): void => {
  const { text, plain } = slots.clause
  const reps = left(slots, 'number').find(({ end }) => REPS.test(plain.slice(end)))
  if (!reps || !Number.isInteger(reps.value) || reps.value < 1) return
  const load = left(slots, 'measure').find(({ of }) => of === 'mass')
  const first = Math.min(reps.start, load?.start ?? reps.start)
  const exercise = tidy(text.slice(0, first).replace(FILLER, '').replace(FILLER, ''))
  if (!/\p{L}{2,}/u.test(exercise) || exercise.split(' ').length > MOST_WORDS) return
  use(slots, reps, ...(load ? [load] : []))
  set(slots, 'sets', [{ exercise, reps: reps.value, ...(load ? { weightKg: Number(load.base.toFixed(2)) } : {}) }])
}

/** "сделал 100 отжиманий", "50 push-ups". */
const COUNTED =
  /(?<!\p{L})(отжимани\p{L}*|подтягивани\p{L}*|приседани\p{L}*|скручивани\p{L}*|выпад\p{L}*|б[её]рпи|push.?ups?|pull.?ups?|chin.?ups?|sit.?ups?|squats?|lunges?|burpees?|crunches|dips)(?!\p{L})/iu
const takeCounted = (slots: Slots): void => {
  const { text } = slots.clause
  if (slots.args['sets'] !== undefined) return
  const exercise = COUNTED.exec(text)?.[1]
  const [reps] = left(slots, 'number')
  if (exercise === undefined || !reps || !Number.isInteger(reps.value) || reps.value < 1) return
  use(slots, reps)
  set(slots, 'sets', [{ exercise, reps: reps.value }])
}

const CLIMB = words('набор\\p{L}*|подъ[её]м\\p{L}*|высот\\p{L}*|elevation|gain|climb\\p{L}*|ascent|vert')
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
  set(slots, 'start', rfc(slots, date?.date ?? today(slots), window.from))
  if (from !== undefined && to !== undefined) set(slots, 'durationMinutes', (to - from + 1_440) % 1_440)
}

export const fillWorkout = (slots: Slots): void => {
  const { plain } = slots.clause
  takeSets(slots)
  takeCounted(slots)
  for (const measure of left(slots, 'measure')) {
    const lead = plain.slice(Math.max(0, measure.start - 16), measure.start)
    const lengths = CLIMB.test(lead) ? 'elevationGainMeters' : 'distanceMeters'
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
  // "5 km in 27 minutes" looks ahead by its words alone.
  const [length] = left(slots, 'duration', 'delay')
  if (length && set(slots, 'durationMinutes', length.minutes)) use(slots, length)
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

/** A goal in the person's words, with the figures in them. */
export const fillTrainingGoal = (slots: Slots): void => {
  const { mentions } = slots.whole
  for (const mention of mentions) {
    if (mention.kind === 'measure' && mention.of === 'length') give(slots, 'distanceMeters', mention)
    if (mention.kind === 'measure' && mention.of === 'mass') give(slots, 'weightKg', mention)
  }
  fillLearnt(slots)
}

const RESTING = words('поко[йяе]|покою|resting|rest')
const POWER = words('ftp|мощност\\p{L}*|ватт\\p{L}*|вт|watts?|threshold power')
/** "максимальный пульс 186, пульс покоя 52": each figure by the words before it. */
export const fillThresholds = (slots: Slots): void => {
  const { plain } = slots.clause
  let from = 0
  for (const number of left(slots, 'number', 'measure').sort((a, b) => a.start - b.start)) {
    const lead = plain.slice(from, number.start)
    from = number.end
    const field = POWER.test(lead) ? 'powerWatts' : RESTING.test(lead) ? 'heartRateRest' : 'heartRateMax'
    if (give(slots, field, number)) use(slots, number)
  }
  fillLearnt(slots)
}

/** Which week is to be planned, and how many sessions. */
export const fillWeekPlan = (slots: Slots): void => {
  const [range] = left(slots, 'range')
  const [date] = left(slots, 'date')
  const first = range?.from ?? date?.date
  if (first !== undefined && set(slots, 'weekStart', first)) use(slots, ...(range ? [range] : date ? [date] : []))
  fillLearnt(slots)
}
