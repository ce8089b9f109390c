import { addDays, type LocalDate, toRfc3339 } from '../../../core/time.ts'
import { type Lang, langOf, type User } from '../../../core/user.ts'
import type { SafetyFact } from '../../../tools/contract.ts'
import { EXERCISES } from '../knowledge/exercises.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import { SESSION_TITLES } from '../knowledge/sessions.ts'
import type { GoalRow } from '../repository/rows.ts'
import type { Reason } from '../schema/insight.ts'
import type { PlanExclusion, PlannedSession, PlanOutput } from '../schema/plan.ts'
import { type Chooser, cardioFor, endurance, exercisesFor, type Kind, MOBILITY_RPE, why } from './choose.ts'
import { daysBetween } from './dates.ts'
import type { Done } from './dose.ts'
import { exclusionOf, type Injury, limitsOf } from './limits.ts'
import { sessionLoad } from './load.ts'
import type { LoadState } from './ratio.ts'
import { type Day, slotOn } from './slots.ts'

/** A week plan from goal, gear, body, load and calendar: the same facts give the same plan. */
export const RULES_VERSION = 'workouts-plan-1'

export interface PlanFacts {
  user: User
  goal: GoalRow | null
  /** Null while the person has never said what is there. */
  gear: readonly string[] | null
  injuries: readonly Injury[]
  safety: readonly SafetyFact[]
  load: LoadState
  /** Load of this week's workouts and of its accepted sessions, tenths; their days. */
  takenTenths: number
  takenDays: ReadonlySet<LocalDate>
  /** Sets of each exercise in the latest workout that had it. */
  done: readonly Done[]
  sessionsLast28: number
  /** Sports done in the last 28 days, most often first. */
  sports: readonly string[]
  /** The days to plan, in order. */
  days: readonly Day[]
}
export interface PlanWish {
  weekStart: LocalDate
  sessions: number | undefined
  sessionMinutes: number | undefined
}

/** Kinds of session in the order a week takes them; WHO 2020: aerobic work and strength twice a week for everybody. */
const WEEK: Record<GoalRow['kind'], readonly Kind[]> = {
  strength: ['strength', 'strength', 'endurance', 'strength', 'mobility', 'endurance'],
  muscle: ['strength', 'strength', 'strength', 'endurance', 'strength', 'mobility'],
  endurance: ['endurance', 'long', 'strength', 'intervals', 'mobility', 'endurance'],
  race: ['endurance', 'long', 'intervals', 'strength', 'endurance', 'mobility'],
  weight_loss: ['strength', 'endurance', 'strength', 'walk', 'endurance', 'mobility'],
  mobility: ['mobility', 'strength', 'mobility', 'walk', 'mobility', 'endurance'],
  health: ['strength', 'endurance', 'strength', 'walk', 'mobility', 'endurance'],
}
const RPE: Record<Kind, number> = { strength: 6, endurance: 4, long: 4, intervals: 7, mobility: MOBILITY_RPE, walk: 3 }
const MINUTES: Record<Kind, number> = { strength: 45, endurance: 40, long: 60, intervals: 40, mobility: 25, walk: 40 }
/** A session has no room for less, and a shorter one is left out. */
const SHORTEST = 20
const HOUR_MS = 3_600_000
/** Fewer sessions than one a week in the last month is a beginner for the plan, whatever was done before. */
const NOVICE = 4

/** A plan in the making. */
interface Course extends Chooser {
  facts: PlanFacts
}

/** How much the week may hold, tenths: the usual week and a tenth more, less after a rise. Null without a base. */
export const limitOf = (load: LoadState): { tenths: number | null; reason: Reason; deload: boolean } => {
  const chronic = load.chronicTenths
  if (chronic === null)
    return { tenths: null, reason: why('load_unknown_base', { days: load.daysMissing }), deload: false }
  const [share, code] = (
    {
      high: [0.7, 'deload'],
      raised: [0.9, 'ease'],
      usual: [1.1, 'progress_week'],
      low: [1, 'return'],
      unknown: [1, 'return'],
    } as const
  )[load.zone]
  return {
    tenths: Math.round(chronic * share),
    reason: why(code, { ratio: load.ratio ?? 0 }, SOURCES.ratio),
    deload: load.zone === 'high',
  }
}

/** The whole proposal. `newId` names the sessions. */
export const planWeek = (
  facts: PlanFacts,
  wish: PlanWish,
  now: Date,
  newId: () => string,
): Omit<PlanOutput, 'id' | 'planId' | 'expiresAt' | 'units'> => {
  const limits = limitsOf(facts.safety, facts.injuries)
  const budget = limitOf(facts.load)
  const course: Course = {
    facts,
    goal: facts.goal,
    done: facts.done,
    sports: facts.sports,
    limits,
    gear: new Set(facts.gear ?? []),
    lang: langOf(facts.user.locale),
    novice: facts.sessionsLast28 < NOVICE,
    deload: budget.deload,
    kind: facts.goal?.kind ?? 'health',
  }
  const excluded = exclusions(course)
  const base = {
    weekStart: wish.weekStart,
    weekEnd: addDays(wish.weekStart, 6),
    goal: facts.goal?.goal ?? null,
    rulesVersion: RULES_VERSION,
    questions: questionsOf(course),
  }
  const left = budget.tenths === null ? null : Math.max(0, budget.tenths - facts.takenTenths)
  const shape = (sessions: PlannedSession[], restDays: PlanOutput['restDays']) => ({
    ...base,
    sessions,
    restDays,
    load: {
      planned: sessions.reduce((sum, one) => sum + Math.round(one.load * 10), 0) / 10,
      limit: left === null ? null : left / 10,
      acute: facts.load.acuteTenths / 10,
      chronic: facts.load.chronicTenths === null ? null : facts.load.chronicTenths / 10,
      ratio: facts.load.ratio,
    },
  })
  const refusal = limits.refusal
  if (refusal) return { ...shape([], []), status: 'refused', refusal, exclusions: [], reasons: limits.reasons }
  const placed = place(course, wish, left, now)
  const sessions = placed.sessions.map((slot, index) => session(course, slot, index, newId))
  const chosen = new Set(sessions.flatMap(({ exercises }) => exercises.map(({ key }) => key)))
  return {
    ...shape(sessions, placed.rest),
    status: sessions.length === 0 ? 'refused' : 'proposed',
    refusal: sessions.length === 0 ? why(left === 0 ? 'no_load_left' : 'no_room') : null,
    exclusions: excluded.map((one) => ({ ...one, substitute: substituteFor(one.key, chosen, course.lang) })),
    reasons: [budget.reason, ...(course.novice ? [why('novice', {}, SOURCES.acsmProgression)] : []), ...limits.reasons],
  }
}

const questionsOf = ({ facts, limits }: Course): Reason[] => [
  ...(facts.goal ? [] : [why('goal')]),
  ...(facts.gear ? [] : [why('equipment')]),
  ...limits.questions,
]

/** Everything of the catalogue that is left out and why; what the body forbids comes first. */
const exclusions = ({ limits, gear, lang }: Course): Omit<PlanExclusion, 'substitute'>[] => {
  const found = EXERCISES.flatMap((exercise) => {
    const reason = exclusionOf(exercise, limits, gear)
    return reason ? [{ key: exercise.key, name: exercise[lang], reason }] : []
  })
  return [
    ...found.filter(({ reason }) => reason.code !== 'exclude_gear'),
    ...found.filter(({ reason }) => reason.code === 'exclude_gear'),
  ]
}
const patternOf = new Map(EXERCISES.map(({ key, pattern }) => [key, pattern]))
const substituteFor = (key: string, chosen: ReadonlySet<string>, lang: Lang): string | null =>
  EXERCISES.find((other) => chosen.has(other.key) && other.pattern === patternOf.get(key))?.[lang] ?? null

interface Placed {
  date: LocalDate
  start: Date
  kind: Kind
  minutes: number
  rpe: number
}

/** How many sessions: as wished, as the goal says, else by what the person is used to; within the body's limits. */
const sessionCount = ({ facts, limits, novice }: Course, wish: PlanWish): number => {
  const usual = Math.round(facts.sessionsLast28 / 4)
  const wanted = wish.sessions ?? facts.goal?.sessionsPerWeek ?? (novice ? 3 : Math.min(5, Math.max(3, usual)))
  return Math.min(wanted, limits.maxSessions)
}

/** Chooses days with room, spread over the week, and gives each a kind; then fits the whole into the load left. */
const place = (course: Course, wish: PlanWish, left: number | null, now: Date) => {
  const { facts } = course
  const earliest = new Date(now.getTime() + HOUR_MS)
  const rest: PlanOutput['restDays'] = []
  const minutes = wish.sessionMinutes ?? facts.goal?.sessionMinutes ?? undefined
  const longest = Math.min(course.limits.maxMinutes, minutes ?? 60)
  const free = facts.days.filter((day) => {
    if (facts.takenDays.has(day.date)) rest.push({ date: day.date, reason: why('day_taken') })
    else if (slotOn(day, longest, facts.user, earliest)) return true
    else rest.push({ date: day.date, reason: why('day_full') })
    return false
  })
  const wanted = Math.max(0, sessionCount(course, wish) - facts.takenDays.size)
  // A whole free week keeps one day off.
  const count = Math.min(wanted, free.length === 7 ? 6 : free.length)
  const chosen = new Set(spread(free.length, count))
  const kinds = orderKinds(
    WEEK[course.kind].slice(0, count).map((kind) => allowedKind(kind, course)),
    free.filter((_, i) => chosen.has(i)),
  )
  const placed: Placed[] = []
  for (const [index, day] of free.entries()) {
    const kind = chosen.has(index) ? kinds.shift() : undefined
    if (!kind) {
      rest.push({ date: day.date, reason: why('recovery', {}, SOURCES.nsca) })
      continue
    }
    const wished = Math.min(course.limits.maxMinutes, minutes ?? MINUTES[kind] - (course.novice ? 10 : 0))
    const start = slotOn(day, wished, facts.user, earliest)
    if (start) placed.push({ date: day.date, start, kind, minutes: wished, rpe: effortOf(kind, course) })
  }
  const sessions = fitted(placed, left)
  for (const one of placed)
    if (!sessions.some(({ date }) => date === one.date))
      rest.push({ date: one.date, reason: why('load_reached', {}, SOURCES.ratio) })
  return { sessions, rest: rest.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** `count` places of `size`, as far apart as they go. */
const spread = (size: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * (size - 1)) / (count - 1))))

/** Kinds over the days so that strength and hard work do not follow each other on neighbouring days when it can be helped. */
const orderKinds = (kinds: readonly Kind[], days: readonly Day[]): Kind[] => {
  const left = [...kinds]
  const ordered: Kind[] = []
  for (const [index, day] of days.entries()) {
    const before = days[index - 1]
    const adjacent = before !== undefined && daysBetween(before.date, day.date) === 1
    const last = ordered.at(-1)
    const at = adjacent ? left.findIndex((kind) => kind !== last) : 0
    ordered.push(...left.splice(Math.max(0, at), 1))
  }
  return ordered
}

const allowedKind = (kind: Kind, course: Course): Kind => {
  if (course.limits.gentle) return kind === 'mobility' ? 'mobility' : 'walk'
  if (
    kind === 'intervals' &&
    (course.novice || course.deload || course.limits.maxRpe < RPE.intervals || course.limits.traits.has('intense'))
  )
    return 'endurance'
  if (kind === 'long' && (course.novice || course.deload)) return 'endurance'
  return kind
}
const effortOf = (kind: Kind, { limits, deload, novice }: Course): number =>
  Math.min(RPE[kind] - (deload || novice ? 1 : 0), limits.maxRpe)

const loadTenths = (one: Placed): number => sessionLoad(one.rpe, one.minutes * 60)
/** Shortens all sessions alike until their load fits, then leaves out the last. */
const fitted = (placed: readonly Placed[], left: number | null): Placed[] => {
  const sum = (all: readonly Placed[]): number => all.reduce((total, one) => total + loadTenths(one), 0)
  if (left === null || sum(placed) <= left) return [...placed]
  for (let keep = placed.length; keep > 0; keep -= 1) {
    const kept = placed.slice(0, keep)
    const share = Math.min(1, left / sum(kept))
    const cut = kept.map((one) => ({ ...one, minutes: Math.floor((one.minutes * share) / 5) * 5 }))
    if (cut.every(({ minutes }) => minutes >= SHORTEST)) return cut
  }
  return []
}

const session = (course: Course, slot: Placed, index: number, newId: () => string): PlannedSession => {
  const cardio = slot.kind === 'strength' || slot.kind === 'mobility' ? null : cardioFor(slot.kind, course)
  const kind = !cardio && slot.kind !== 'strength' ? 'mobility' : slot.kind
  const exercises = cardio ? [endurance(cardio, slot, course)] : exercisesFor(kind, slot, index, course)
  const rpe = kind === slot.kind ? slot.rpe : Math.min(slot.rpe, RPE.mobility)
  const { timeZone } = course.facts.user
  const end = new Date(slot.start.getTime() + slot.minutes * 60_000)
  return {
    id: newId(),
    date: slot.date,
    start: toRfc3339(slot.start, timeZone),
    end: toRfc3339(end, timeZone),
    durationMinutes: slot.minutes,
    kind,
    sport: cardio?.sport ?? (kind === 'mobility' ? 'stretching' : 'strength'),
    title:
      cardio && kind !== 'long' && kind !== 'intervals'
        ? capital(cardio[course.lang])
        : SESSION_TITLES[kind][course.lang],
    distanceMeters: null,
    rpe,
    load: sessionLoad(rpe, slot.minutes * 60) / 10,
    exercises,
    reasons: [why(`kind_${kind}`, { goal: course.kind }, SOURCES.who), why('slot')],
  }
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
