import { tidy, words } from '../words.ts'
import { fillLearnt, give } from './fields.ts'
import { left, type Slots, set, use, wasSaid } from './state.ts'

// What was trained: distance, time, pulse, and sets.

const FILLER =
  /^(?:[\s,.;:—–-]|(?:сделал[аи]?|сделай|запиши|добавь|тренировк[ауи]|зал|сегодня|вчера|потом|ещё|еще|и|а|на|по|did|do|log|add|then|and|today|workout|session|of|some|also)(?!\p{L}))+|(?:[\s,.;:—–-]|(?<!\p{L})(?:по|с|на|и|а|at|with|of|for|and|x)(?!\p{L}))+$/giu
const REPS = /^\s*(?:раз|повтор\p{L}*|reps?|times)(?!\p{L})/u
const MOST_WORDS = 5

/** Sets with the exercise that stands before them, else after: "жим 3х8 по 60, присед 5х5 по 100". */
const takeSets = (slots: Slots): void => {
  const { text } = slots.clause
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
      reps: one.reps,
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
  set(slots, 'sets', [
    { exercise, sets: 1, reps: reps.value, ...(load ? { weightKg: Number(load.base.toFixed(2)) } : {}) },
  ])
}

const PULSE = words('пульс\\p{L}*|чсс|heart ?rate|hr|pulse|bpm')
const HIGHEST = words('макс\\p{L}*|max\\p{L}*|peak|пиков\\p{L}*')
const EFFORT = words('rpe|рпе|усили\\p{L}*|тяжесть|нагрузк\\p{L}*|effort|hard')

export const fillWorkout = (slots: Slots): void => {
  const { plain } = slots.clause
  takeSets(slots)
  for (const measure of left(slots, 'measure')) {
    const field =
      measure.of === 'length'
        ? 'distanceMeters'
        : measure.of === 'energy'
          ? 'calories'
          : measure.of === 'rate'
            ? 'heartRateAvg'
            : undefined
    if (field && give(slots, field, measure)) use(slots, measure)
  }
  const [length] = left(slots, 'duration')
  if (length && set(slots, 'durationMinutes', length.minutes)) use(slots, length)
  for (const number of left(slots, 'number')) {
    const lead = plain.slice(Math.max(0, number.start - 16), number.start)
    const field = PULSE.test(lead)
      ? HIGHEST.test(lead)
        ? 'heartRateMax'
        : 'heartRateAvg'
      : EFFORT.test(lead)
        ? 'rpe'
        : undefined
    if (field && wasSaid(slots, number) !== '' && give(slots, field, number)) use(slots, number)
  }
  fillLearnt(slots)
}
