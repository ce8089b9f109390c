// How rows of health are told to a person: messages only, no words.
import type { Message, MessageParam } from '../../../core/messages.ts'
import type {
  BreakOutput,
  ChangedEntry,
  CheckinShape,
  Day,
  Entry,
  Figure,
  HabitShape,
  ListedEntries,
  LoggedHabit,
  LoggedMetric,
  LoggedSleep,
  SafetyFactShape,
  Trend,
} from '../schema.ts'
import { tellFigure, tellMinutes } from './figures.ts'

const say = (key: string, params: Record<string, MessageParam> = {}): Message => ({ key: `health.${key}`, params })
const and = (list: readonly Message[]): MessageParam => ({ list, join: 'and' })
const SHOWN = 10

/** The first lines of a list, and how many are not shown. */
const firstLines = (rows: readonly Message[]): Message[] =>
  rows.length > SHOWN ? [...rows.slice(0, SHOWN), say('and_more', { n: rows.length - SHOWN })] : [...rows]
const lines = (rows: readonly Message[]): MessageParam => ({ list: firstLines(rows) })

export const tellSleep = (sleep: LoggedSleep): Message => {
  const now = tellMinutes(sleep.durationMinutes)
  const date = { date: sleep.date }
  if (sleep.changeId === null) return say('sleep_unchanged', { date, now })
  if (sleep.replacedMinutes !== null)
    return say('sleep_corrected', { date, was: tellMinutes(sleep.replacedMinutes), now })
  if (sleep.nap) return say('nap_logged', { date, now })
  const longer = sleep.nightMinutes !== null && Math.round(sleep.nightMinutes) !== Math.round(sleep.durationMinutes)
  const total = longer ? say('night_total', { total: tellMinutes(sleep.nightMinutes ?? 0) }) : ''
  return say('sleep_logged', { date, now, total })
}

const feelings = (row: Pick<CheckinShape, 'mood' | 'stress' | 'energy'>): Message[] =>
  (['mood', 'stress', 'energy'] as const).flatMap((feeling) => {
    const n = row[feeling]
    return n === null ? [] : [say(`feeling.${feeling}`, { n })]
  })
export const tellCheckin = (row: CheckinShape): Message => say('checkin_logged', { list: and(feelings(row)) })

/** `Вес: 82 кг`; steps name themselves. */
const tellMetric = ({ kind, shown }: { kind: string; shown: Figure }): Message =>
  kind === 'steps' ? tellFigure(shown) : say('measured', { kind: say(`kind.${kind}`), figure: tellFigure(shown) })

export const tellLogged = (row: LoggedMetric, dated: boolean): Message => {
  const total =
    row.total && row.total.value !== row.shown.value ? say('day_total', { total: tellFigure(row.total) }) : ''
  const beyond = row.beyond ? say(`beyond.${row.beyond.rule}`) : ''
  return say('metric_logged', {
    what: tellMetric(row),
    when: dated ? say('when', { at: { instant: row.at } }) : '',
    total,
    beyond,
  })
}

/** What an entry says, without its day. */
const tellContent = (entry: Entry): Message => {
  if (entry.metric) return tellMetric(entry.metric)
  if (entry.sleep)
    return say(entry.sleep.nap ? 'nap_entry' : 'sleep_entry', { length: tellMinutes(entry.sleep.durationMinutes) })
  if (entry.checkin) return say('checkin_entry', { list: and(feelings(entry.checkin)) })
  const symptom = entry.symptom
  return say('symptom_entry', { symptom: symptom?.symptom ?? '', severity: severityOf(symptom?.severity ?? null) })
}
export const severityOf = (severity: number | null): MessageParam =>
  severity === null ? '' : say('severity', { severity })
export const tellEntry = (entry: Entry): Message =>
  say('entry', { what: tellContent(entry), date: { date: entry.date } })

export const tellChanged = (entry: ChangedEntry): Message => {
  const { metric, sleep, checkin, previous } = entry
  if (entry.changeId === null) return say('entry_unchanged', { entry: tellEntry(entry) })
  if (metric && previous.metric && (metric.value !== previous.metric.value || metric.value2 !== previous.metric.value2))
    return say('metric_changed', {
      kind: say(`kind.${metric.kind}`),
      was: tellFigure(previous.metric.shown),
      now: tellFigure(metric.shown),
    })
  if (sleep && previous.sleep && sleep.durationMinutes !== previous.sleep.durationMinutes)
    return say('sleep_corrected', {
      date: { date: sleep.date },
      was: tellMinutes(previous.sleep.durationMinutes),
      now: tellMinutes(sleep.durationMinutes),
    })
  if (checkin && previous.checkin)
    return say('checkin_changed', { was: and(feelings(previous.checkin)), now: and(feelings(checkin)) })
  return say('entry_changed', { entry: tellEntry(entry) })
}

export const tellList = ({ items, nextCursor }: ListedEntries): Message => {
  if (items.length === 0) return say('no_entries')
  const more = nextCursor === null ? [] : [say('there_is_more')]
  return say('entries', { list: { list: [...firstLines(items.map(tellEntry)), ...more] } })
}

const amount = (n: number, unit: string | null): Message =>
  unit === null ? say('times', { n }) : say('units', { n, unit })

/** `2 из 3 за день`; a streak and what was kept only when there is something to be glad of. */
const tellProgress = (habit: HabitShape): Message =>
  say('progress', {
    title: habit.title,
    done: habit.done,
    target: amount(habit.target, habit.unit),
    period: habit.period,
    met: habit.met ? 'yes' : 'no',
    streak: habit.streak >= 2 ? say(`streak.${habit.period}`, { n: habit.streak }) : '',
    kept: habit.kept > 0 && habit.periods > 2 ? say(`kept.${habit.period}`, { n: habit.kept, of: habit.periods }) : '',
  })
export const tellHabits = (habits: readonly HabitShape[]): Message =>
  habits.length === 0 ? say('no_habits') : say('habits', { list: lines(habits.map(tellProgress)) })
export const tellHabit = (key: string, habit: HabitShape): Message =>
  say(key, { title: habit.title, target: amount(habit.target, habit.unit), period: habit.period })
export const tellHabitLogged = ({ habit }: LoggedHabit): Message =>
  say('habit_logged', { progress: tellProgress(habit) })

const figureOf = (trend: Pick<Trend, 'metric' | 'unit'>, value: number, value2: number | null): Message => {
  if (trend.metric === 'sleep') return tellMinutes(value)
  if (trend.unit === 'points') return say('points', { n: Number(value.toFixed(1)) })
  return tellFigure({ value, value2, unit: trend.unit })
}

/** Of what adds up over a day, a single sample says nothing. */
const SUMMED: readonly string[] = ['steps', 'water']
/** `82 кг (вчера в 09:00, с ваших слов)` */
const tellLatest = (row: NonNullable<Trend['latest']>): Message =>
  say(row.stale ? 'latest_stale' : 'latest', {
    figure: tellFigure(row.shown),
    at: { instant: row.at },
    source: say(`source.${row.source}`),
  })

export const tellTrend = (trend: Trend): Message => {
  const common = { metric: say(`kind.${trend.metric}`), from: { date: trend.from }, to: { date: trend.to } }
  if (trend.average === null) return say('trend_empty', common)
  const change = trend.change === null ? 0 : Math.abs(trend.change)
  const turn =
    trend.direction === null
      ? say('trend_early')
      : say(`trend_${trend.direction}`, { change: figureOf(trend, change, null) })
  return say('trend', {
    ...common,
    average: figureOf(trend, trend.average, trend.average2),
    range:
      trend.lowest === trend.highest || trend.average2 !== null
        ? ''
        : say('trend_range', {
            low: figureOf(trend, trend.lowest ?? 0, null),
            high: figureOf(trend, trend.highest ?? 0, null),
          }),
    n: trend.daysWithData,
    of: trend.daysWithData + trend.daysMissing,
    turn,
    last: trend.latest && !SUMMED.includes(trend.metric) ? say('trend_last', { last: tellLatest(trend.latest) }) : '',
  })
}

const tellNight = (sleep: NonNullable<Day['sleep']>): Message[] => [
  ...(sleep.minutes === null ? [] : [say('sleep_entry', { length: tellMinutes(sleep.minutes) })]),
  ...(sleep.napMinutes === 0 ? [] : [say('nap_entry', { length: tellMinutes(sleep.napMinutes) })]),
]

export const tellDay = (day: Day): Message => {
  const last = day.checkins.at(-1)
  const measured = new Set(day.metrics.map(({ kind }) => kind))
  const older = day.latest.filter(({ kind }) => !measured.has(kind) && !SUMMED.includes(kind))
  const told = [
    ...(day.sleep ? tellNight(day.sleep) : []),
    ...(last ? [say('checkin_entry', { list: and(feelings(last)) })] : []),
    ...day.symptoms.map(({ symptom, severity }) => say('symptom_entry', { symptom, severity: severityOf(severity) })),
    ...day.metrics.map(tellMetric),
    ...older.map((row) => say('older', { kind: say(`kind.${row.kind}`), last: tellLatest(row) })),
    ...day.habits.map(tellProgress),
  ]
  const date = { date: day.date, capital: true as const }
  return told.length === 0 ? say('day_empty', { date }) : say('day', { date, list: lines(told) })
}

export const tellBreak = (offer: BreakOutput): Message => {
  if (offer.technique === null) return say('no_break')
  const steps = Array.from({ length: offer.steps }, (_, index) =>
    say('step', { n: index + 1, text: say(`break.${offer.technique}.${index + 1}`) }),
  )
  const reasons = offer.reasons.map(({ fact, value }) =>
    say(
      `because.${fact}`,
      fact === 'short_sleep' || fact === 'loaded' ? { value: tellMinutes(value ?? 0) } : { value },
    ),
  )
  return say('break', {
    title: say(`break.${offer.technique}`),
    minutes: offer.minutes,
    reason: reasons.length === 0 ? '' : say('because', { list: and(reasons) }),
    steps: { list: steps },
  })
}

/** `Аллергия: арахис (сыпь)` */
export const tellFact = (fact: SafetyFactShape): Message => {
  const details = [fact.reaction, fact.dose, fact.schedule, fact.severity].filter((text) => text !== null)
  return say(`fact.${fact.kind}`, {
    name: fact.name,
    details: details.length === 0 ? '' : say('fact_details', { text: details.join(', ') }),
  })
}
export const tellProfile = (items: readonly SafetyFactShape[]): Message =>
  items.length === 0 ? say('no_facts') : say('profile', { list: { list: items.map(tellFact) } })
