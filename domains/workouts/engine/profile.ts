import { stemsOf } from '../../../core/words.ts'
import type { EquipmentRow, GoalKind, GoalRow, InjuryRow, ThresholdRow } from '../repository/rows.ts'
import type { EquipmentOutput, GoalOutput, InjuryOutput, ThresholdsOutput } from '../schema/insight.ts'
import type { SetGoalInput } from '../schema.ts'
import { exerciseOf, gearOf } from './catalogue.ts'
import { paceKind } from './pace.ts'
import { sportKeyOf } from './sports.ts'
import { gramsOf, kilogramsOf, metresOf } from './units.ts'

/** Goals, gear and injuries: from words to rows and back. */

/** Words that tell what a goal is about, first match first; stems of both languages. */
const KINDS: readonly (readonly [GoalKind, string])[] = [
  ['race', 'марафон полумарафон забег соревнование старт гонка триатлон marathon race competition triathlon ultra'],
  ['weight_loss', 'похудеть похудение сбросить вес жир стройнее худеть lose weight fat slim leaner'],
  ['muscle', 'мышцы масса накачаться набрать рельеф muscle mass hypertrophy bulk toned'],
  [
    'strength',
    'сила сильнее жим присед становая подтянуться подтягивания отжаться отжимания strong stronger strength bench squat deadlift pull push',
  ],
  ['mobility', 'гибкость растяжка шпагат осанка подвижность flexibility mobility split posture flexible'],
  [
    'endurance',
    'выносливость бегать пробежать бег плавать проплыть проехать велосипед км кардио endurance run swim cycle ride stamina cardio',
  ],
]
const kindStems = KINDS.map(([kind, words]) => [kind, new Set(stemsOf(words))] as const)

const goalKind = (input: SetGoalInput): GoalKind => {
  if (input.weightKg !== undefined || input.exercise !== undefined) return 'strength'
  const stems = stemsOf(input.goal)
  const said = kindStems.find(([, words]) => stems.some((stem) => words.has(stem)))?.[0]
  if (said) return said
  return input.distanceMeters !== undefined ? 'endurance' : 'health'
}

export const newGoal = (input: SetGoalInput, id: string, replacedId: string | null, now: Date): GoalRow => {
  const sport = sportKeyOf(input.sport ?? input.goal)
  const kind = goalKind(input)
  const said = kind === 'strength' || kind === 'muscle' ? exerciseOf(input.exercise ?? input.goal) : null
  return {
    id,
    goal: input.goal,
    kind,
    sport: sport !== null && paceKind(sport) !== 'none' ? sport : input.sport === undefined ? null : sport,
    exerciseKey: said?.key ?? null,
    distanceMeters: input.distanceMeters === undefined ? null : metresOf(input.distanceMeters),
    targetSeconds: input.targetMinutes === undefined ? null : Math.round(input.targetMinutes * 60),
    weightGrams: input.weightKg === undefined ? null : gramsOf(input.weightKg),
    sessionsPerWeek: input.sessionsPerWeek ?? null,
    sessionMinutes: input.sessionMinutes ?? null,
    byDate: input.by ?? null,
    replacedId,
    createdAt: now,
    supersededAt: null,
  }
}

const times = (row: { createdAt: Date; supersededAt: Date | null }) => ({
  active: row.supersededAt === null,
  createdAt: row.createdAt.toISOString(),
  supersededAt: row.supersededAt?.toISOString() ?? null,
})
export const showGoal = (row: GoalRow): GoalOutput => ({
  id: row.id,
  goal: row.goal,
  kind: row.kind,
  sport: row.sport,
  exerciseKey: row.exerciseKey,
  distanceMeters: row.distanceMeters,
  targetMinutes: row.targetSeconds === null ? null : row.targetSeconds / 60,
  weightKg: row.weightGrams === null ? null : kilogramsOf(row.weightGrams),
  sessionsPerWeek: row.sessionsPerWeek,
  sessionMinutes: row.sessionMinutes,
  by: row.byDate,
  ...times(row),
})
export const showEquipment = (row: EquipmentRow): EquipmentOutput => ({
  id: row.id,
  items: row.items,
  itemKeys: row.itemKeys,
  unknown: gearOf(row.items).unknown,
  ...times(row),
})
export const showThresholds = (row: ThresholdRow): ThresholdsOutput => ({
  id: row.id,
  heartRateMax: row.heartRateMax,
  heartRateRest: row.heartRateRest,
  powerWatts: row.powerWatts,
  ...times(row),
})

const SEVERITY = { mild: 2, moderate: 5, severe: 8 } as const
/** 1 to 10; what was not said counts as moderate. */
export const severityOf = (given: keyof typeof SEVERITY | number | undefined): number =>
  given === undefined ? SEVERITY.moderate : typeof given === 'number' ? Math.round(given) : SEVERITY[given]

export const showInjury = (row: InjuryRow): Omit<InjuryOutput, 'previous' | 'plannedAhead' | 'revision'> => ({
  id: row.id,
  bodyPart: row.bodyPart,
  bodyPartKey: row.bodyPartKey,
  since: row.since,
  severity: row.severity,
  note: row.note,
  status: row.status,
  healedOn: row.healedOn,
  version: row.revision,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})
