import type { MentionOf } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { tidy, words } from '../words.ts'
import { chanceOf, left, type Slots, set, use } from './state.ts'

// What was lifted, repeated and held: "жим 3х8 по 60", "bench 100 kg for 5", "планка минута".

const FILLER =
  /^(?:[\s,.;:—–-]|(?:сделал[аи]?|сделай|запиши|допиши|простоял[аи]?|пожал[аи]?|в|in that|that|track|managed|добавь|тренировк[ауи]|зал|сегодня|вчера|потом|ещё|еще|там|был[аои]?|качал[аи]?|и|а|на|по|в|за|did|do|log|add|record|then|and|today|workout|session|gym|it|was|were|of|some|also|on|for)(?!\p{L}))+|(?:[\s,.;:—–-]|(?<!\p{L})(?:по|с|на|и|а|за|был[аои]?|сделал[аи]?|там|вес|at|with|of|for|and|was|were|to|in|x)(?!\p{L}))+$/giu
const MOST_WORDS = 5
const isName = (said: string): boolean => /\p{L}{2,}/u.test(said) && said.split(' ').length <= MOST_WORDS

/** The words of a stretch of the sentence that say which exercise it was: no heading, day or weight. */
const nameIn = ({ clause }: Slots, from: number, to: number): string => {
  let { text } = clause
  for (const { start, end } of clause.mentions)
    if (start >= from && end <= to) text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`
  const [said = ''] = text.slice(from, to).split(/:\s/u).slice(-1)
  return tidy(tidy(said.replace(/\s+/gu, ' ')).replace(FILLER, '').replace(FILLER, ''))
}

/** "планка 3×60 секунд" is held, not repeated. */
const SECONDS = /^\s*(?:секунд\p{L}*|сек|с(?=\s*(?:$|[,.;]))|seconds?|secs?|s)(?!\p{L})/u
const kilos = (mass: MentionOf<'measure'>): number => Number(mass.base.toFixed(2))

interface ExerciseSet {
  exercise: string
  sets?: number
  reps?: number
  seconds?: number
  weightKg?: number
}

/** Sets with the exercise that stands before them, else after: "жим 3х8 по 60, присед 5х5 по 100". */
const setsSaid = (slots: Slots, sets: readonly MentionOf<'sets'>[]): ExerciseSet[] => {
  const { text, plain } = slots.clause
  const masses = left(slots, 'measure').filter(({ of }) => of === 'mass')
  let from = 0
  return sets.flatMap((one, index) => {
    const next = sets[index + 1]?.start ?? text.length
    const comma = /[,;.](?:\s|$)/u.exec(text.slice(one.end))
    const close = Math.min(next, comma ? one.end + comma.index : text.length)
    const before = nameIn(slots, from, one.start)
    const after = nameIn(slots, one.end, close)
    const exercise = isName(before) ? before : isName(after) ? after : ''
    const weight = one.weightKg === null ? masses.find(({ start, end }) => start >= from && end <= next) : undefined
    from = isName(before) ? one.end : close
    if (exercise === '') return []
    use(slots, one, ...(weight ? [weight] : []))
    const weightKg = one.weightKg ?? (weight && kilos(weight))
    const held = SECONDS.test(plain.slice(one.end))
    return [
      {
        exercise,
        sets: one.sets,
        ...(held ? { seconds: one.reps } : { reps: one.reps }),
        ...(weightKg === undefined ? {} : { weightKg }),
      },
    ]
  })
}

const REPS = /^\s*(?:раз|повтор\p{L}*|reps?|times)(?!\p{L})/u
const ONCE = words('(?<=\\p{L} )на раз|once|for one|один раз')
/** "жим лёжа 90 на 3", "deadlift 130 kg for 5". */
const LOAD_FOR = /^\s*(?:на|for|x|х|×)\s*$/u
const LEAST_LOAD = 20
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1

/** "отжался 20 раз", "bench 100 kg 5 reps": one set. */
const repeated = (slots: Slots): ExerciseSet[] => {
  const { plain, text } = slots.clause
  const numbers = left(slots, 'number')
  const load = left(slots, 'measure').find(({ of }) => of === 'mass')
  const isFor = (number: Mention, weight: Mention): boolean =>
    weight.end <= number.start && LOAD_FOR.test(plain.slice(weight.end, number.start))
  const bare = numbers.find(
    ({ value, end }) => value >= LEAST_LOAD && numbers.some((one) => isFor(one, { ...one, end })),
  )
  const reps =
    numbers.find(({ end }) => REPS.test(plain.slice(end))) ??
    numbers.find((number) => (load ? isFor(number, load) : bare && isFor(number, bare)))
  const count = reps?.value ?? (load && ONCE.test(plain) ? 1 : undefined)
  if (count === undefined || !isCount(count)) return []
  const isLoaded = load !== undefined || (bare && reps && isFor(reps, bare))
  const weightKg = load ? kilos(load) : isLoaded ? bare?.value : undefined
  const said: Mention[] = [...(reps ? [reps] : []), ...(load ? [load] : isLoaded && bare ? [bare] : [])]
  const exercise = nameIn(slots, 0, Math.min(...said.map(({ start }) => start), text.length))
  if (!isName(exercise)) return []
  use(slots, ...said)
  return [{ exercise, reps: count, ...(weightKg === undefined ? {} : { weightKg }) }]
}

const HELD =
  /(?<!\p{L})(?:планк\p{L}*|вис(?:е|ел[аи]?)?|стойк\p{L}*|уголок|мостик|plank|hang|hold|wall sit|handstand|crawl|bridge)(?!\p{L})/u
const TIMES_AFTER = /^\s*(?:секунд\p{L}*|сек|seconds?|secs?|s|минут\p{L}*|minutes?|mins?)?\s*[xх×]\s*(\d{1,2})(?!\d)/u
const MINUTE = words('минут[ау]', '(?:a|one) minute')
/** "вис 40 секунд", "планка минута": held, not repeated. */
const held = (slots: Slots): ExerciseSet[] => {
  const { plain, text } = slots.clause
  if (!HELD.test(plain)) return []
  const number = left(slots, 'number').find(({ end }) => SECONDS.test(plain.slice(end)))
  const [length] = left(slots, 'duration')
  const minute = MINUTE.exec(plain)
  const seconds = number?.value ?? (length ? length.minutes * 60 : minute ? 60 : undefined)
  const said = number ?? length
  const exercise = nameIn(slots, 0, said?.start ?? minute?.index ?? text.length)
  if (seconds === undefined || !isName(exercise)) return []
  const times = said && TIMES_AFTER.exec(plain.slice(said.end))?.[1]
  if (said) use(slots, said)
  return [{ exercise, ...(times === undefined ? {} : { sets: Number(times) }), seconds: Math.round(seconds) }]
}

const COUNTED =
  /(?<!\p{L})(отжимани\p{L}*|подтягивани\p{L}*|приседани\p{L}*|скручивани\p{L}*|выпад\p{L}*|б[её]рпи|jumping jacks|muscle.?ups?|push.?ups?|pull.?ups?|chin.?ups?|sit.?ups?|squats?|lunges?|burpees?|crunches|dips)(?!\p{L})/giu
/** "сделал 100 отжиманий", "a hundred push ups and fifty squats". */
const counted = (slots: Slots): ExerciseSet[] => {
  const numbers = left(slots, 'number').filter(({ value }) => isCount(value))
  const names = [...slots.clause.text.matchAll(COUNTED)]
  return names.flatMap((found, index) => {
    const reps = numbers[index]
    if (!reps) return []
    use(slots, reps)
    return [{ exercise: found[0], reps: reps.value }]
  })
}

/** "3х8 жим, планка минута; подтягивания 12 раз": each exercise stands between commas, in a way of its own. */
const APART = /[,;](?=\s*\p{L})|(?<!\p{L})(?:и|and|then|потом|затем)(?!\p{L})/gu
const EXERCISE = /\p{L}{3,}/u
const mixed = (slots: Slots): ExerciseSet[] => {
  const { text, plain, mentions } = slots.clause
  const from = plain.indexOf(': ') + 1
  const cuts = [...plain.matchAll(APART)].map(({ index }) => index).filter((index) => index > from)
  const pieces = [from, ...cuts].map((start, index) => ({ start, end: cuts[index] ?? text.length }))
  const sets = pieces.flatMap(({ start, end }) => {
    const own = mentions.filter((one) => one.start >= start && one.end <= end)
    if (!EXERCISE.test(plain.slice(start, end)) || own.length === 0) return []
    const blank = (said: string): string => `${' '.repeat(start)}${said.slice(start, end)}`
    const piece: Slots = {
      ...slots,
      clause: { ...slots.clause, text: blank(text), plain: blank(plain), mentions: own },
      used: [],
    }
    const crossed = left(piece, 'sets')
    const said = crossed.length > 0 ? setsSaid(piece, crossed) : single(piece)
    return said.length > 0 ? [{ said, used: piece.used }] : []
  })
  if (sets.length < 2) return []
  use(slots, ...sets.flatMap(({ used }) => used))
  return sets.flatMap(({ said }) => said)
}

export const takeSets = (slots: Slots): void => {
  const crossed = left(slots, 'sets')
  const several = mixed(slots)
  const said = several.length > 0 ? several : crossed.length > 0 ? setsSaid(slots, crossed) : single(slots)
  if (said.length > 0) set(slots, 'sets', said)
}
const single = (slots: Slots): ExerciseSet[] => {
  const still = chanceOf(slots, 'sets', 1) > 0.3 ? held(slots) : []
  if (still.length > 0) return still
  const reps = repeated(slots)
  return reps.length > 0 ? reps : counted(slots)
}
