import { addDays, instantAt, type LocalDate, zoned } from '../../../core/time.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { type DayPart, type DaySpan, wakingHours } from '../../../tools/day.ts'
import { keptApart } from '../engine/apart.ts'
import { knowledge } from '../knowledge/index.ts'
import { mealTimes, type SupplementRow, supplementsBetween } from '../repository.ts'
import { personOf } from '../service.ts'
import { dayOf, factsOf, langFor } from './body.ts'
import { itemOf } from './diary.ts'

/** How nutrition joins a day plan: meals in their windows, what is taken, and what of it has to be kept apart. */
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440
/** What was taken or eaten this lately says what is usual, when it happened so often. */
const LATELY_DAYS = 14
const OFTEN = 3
const AROUND_MINUTES = 30
/** More than anybody takes; each is checked against each. */
const MOST_TAKEN = 20

/** Hours after getting up, or before going to bed. The last meal ends two hours before sleep. */
const MEALS = [
  { id: 'breakfast', title: { ru: 'Завтрак', en: 'Breakfast' }, after: [0, 4] },
  { id: 'lunch', title: { ru: 'Обед', en: 'Lunch' }, after: [4.5, 8] },
  { id: 'dinner', title: { ru: 'Ужин', en: 'Dinner' }, before: [6, 2] },
] as const

const windowOf = (meal: (typeof MEALS)[number], { start, end }: DaySpan): DaySpan => {
  const at = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS)
  if ('after' in meal) return { start: at(meal.after[0]), end: at(meal.after[1]) }
  const until = (hours: number): Date => new Date(end.getTime() - hours * HOUR_MS)
  return { start: until(meal.before[0]), end: until(meal.before[1]) }
}
const within = ({ start, end }: DaySpan, at: Date): boolean => at >= start && at <= end

/** Minutes since midnight by the person's clock. */
const clockOf = (at: Date, timeZone: string): number => {
  const { hour, minute } = zoned(at, timeZone)
  return hour * 60 + minute
}
/** The middle of these times of day, on a date; null when there are too few to speak of a habit. */
const usualOn = (clocks: readonly number[], date: LocalDate, timeZone: string): DaySpan | null => {
  const middle = clocks.toSorted((a, b) => a - b)[Math.floor(clocks.length / 2)]
  if (clocks.length < OFTEN || middle === undefined) return null
  const two = (value: number): string => String(value).padStart(2, '0')
  const at = instantAt(date, `${two(Math.floor(middle / 60))}:${two(middle % 60)}`, timeZone).getTime()
  return { start: new Date(at - AROUND_MINUTES * MINUTE_MS), end: new Date(at + AROUND_MINUTES * MINUTE_MS) }
}

const mealParts = (ctx: Ctx, date: LocalDate, eaten: readonly Date[]): DayPart[] => {
  const { timeZone } = ctx.user
  const clocks = eaten.map((at) => clockOf(at, timeZone))
  const waking = wakingHours(date, ctx.user)
  return MEALS.flatMap((meal): DayPart[] => {
    const window = windowOf(meal, waking)
    if (window.end <= ctx.now || eaten.some((at) => within(window, at))) return []
    const opens = clockOf(window.start, timeZone)
    const length = (window.end.getTime() - window.start.getTime()) / MINUTE_MS
    const own = clocks.filter((clock) => (clock - opens + DAY_MINUTES) % DAY_MINUTES <= length)
    const usual = usualOn(own, date, timeZone)
    return [
      {
        kind: 'habit',
        type: 'meal',
        title: meal.title[langFor(ctx)],
        ref: { domain: 'nutrition', id: meal.id },
        windows: [window],
        ...(usual ? { preferred: [usual] } : {}),
      },
    ]
  })
}

const refTo = ({ id }: SupplementRow) => ({ domain: 'nutrition', id })

/** What is taken lately and not yet on this day, apart from what it does not go with. */
const supplementParts = async (ctx: Ctx, date: LocalDate, rows: readonly SupplementRow[]): Promise<DayPart[]> => {
  const taken = [...Map.groupBy(rows, ({ name }) => name.toLowerCase()).values()]
    .flatMap((own) => {
      const last = own.at(-1)
      return last ? [{ own, last, done: last.date === date ? last.at : null }] : []
    })
    .sort((a, b) => b.own.length - a.own.length || (a.last.name < b.last.name ? -1 : 1))
    .slice(0, MOST_TAKEN)
  if (taken.every(({ done }) => done !== null)) return []
  const facts = await factsOf(ctx)
  const medicines = facts.filter(({ kind }) => kind === 'medication')
  const names = medicines.map((fact) => personOf(knowledge(), [fact], date, {}).medications)
  const { subject } = personOf(knowledge(), facts, date, {})
  const items = taken.map(({ last }) => itemOf(last))
  const apart = keptApart(knowledge(), items, names, subject)
  return taken.flatMap(({ own, last, done }, index): DayPart[] => {
    if (done !== null) return []
    const mine = apart.flatMap(({ item, other, hours }) => {
      if (item === index) return [{ other, hours }]
      return 'item' in other && other.item === index ? [{ other: { item }, hours }] : []
    })
    const gaps = mine.flatMap(({ other, hours }) => {
      const thing = 'medicine' in other ? medicines[other.medicine]?.source : taken[other.item]
      if (thing === undefined || ('last' in thing && thing.done !== null)) return []
      return [{ ref: 'last' in thing ? refTo(thing.last) : thing, minutes: hours * 60 }]
    })
    const after = mine.flatMap(({ other, hours }) => {
      const at = 'item' in other ? taken[other.item]?.done : undefined
      return at ? [at.getTime() + hours * HOUR_MS] : []
    })
    const usual = usualOn(
      own.map(({ at }) => clockOf(at, ctx.user.timeZone)),
      date,
      ctx.user.timeZone,
    )
    return [
      {
        kind: 'habit',
        type: 'supplement',
        title: last.name,
        ref: refTo(last),
        ...(usual ? { preferred: [usual] } : {}),
        ...(gaps.length > 0 ? { gaps } : {}),
        ...(after.length > 0 ? { earliest: new Date(Math.max(...after)) } : {}),
      },
    ]
  })
}

/** Of a day that is not over. */
export const dayParts = async (ctx: Ctx, date: LocalDate): Promise<DayPart[]> => {
  const today = dayOf(ctx)
  if (date < today) return []
  const from = addDays(today, -LATELY_DAYS)
  const eaten = await mealTimes(ctx.tx, ctx.user.id, from, date)
  const rows = await supplementsBetween(ctx.tx, ctx.user.id, from, date)
  return [...mealParts(ctx, date, eaten), ...(await supplementParts(ctx, date, rows))]
}
