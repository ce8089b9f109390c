import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { gearOf } from '../engine/catalogue.ts'
import { newGoal, showEquipment, showGoal, showInjury, showThresholds } from '../engine/profile.ts'
import { say } from '../engine/words.ts'
import type { EquipmentRow, ThresholdRow } from '../repository/rows.ts'
import {
  equipmentNow,
  goalNow,
  listInjuries as listRows,
  replaceEquipment,
  replaceGoal,
  replaceThresholds,
  takeBack,
  thresholdsNow,
} from '../repository.ts'
import {
  type EquipmentOutput,
  equipmentOutput,
  type GoalOutput,
  goalOutput,
  type ProfileOutput,
  profileOutput,
  type ThresholdsOutput,
  thresholdsOutput,
} from '../schema/insight.ts'
import {
  type GetProfileInput,
  getProfileInput,
  type SetEquipmentInput,
  type SetGoalInput,
  type SetThresholdsInput,
  setEquipmentInput,
  setGoalInput,
  setThresholdsInput,
} from '../schema.ts'
import { invalid } from '../service.ts'
import { today } from './workouts.ts'

/** What a person trains for, with what and within which limits. */
const undoReplaced = async (ctx: Ctx, table: 'goal' | 'equipment' | 'threshold', id: string): Promise<void> => {
  if (!(await takeBack(ctx.tx, ctx.user.id, table, id))) throw new AppError('conflict', 'workouts.changed_since')
}

const saidBy = (goal: GoalOutput | null) =>
  goal === null || goal.by === null ? '' : say('goal_by', { date: { date: goal.by } })

export const setGoal = defineTool<SetGoalInput, GoalOutput>({
  name: 'workouts_set_goal',
  title: 'Set the training goal',
  description:
    'What the person trains for, in their words, with a date, distance, time or weight when said. Replaces the goal before.',
  input: setGoalInput,
  output: goalOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_goal', { goal: input.goal }),
  say: (goal) =>
    say(goal.kind === 'weight_loss' ? 'goal_set_weight' : 'goal_set', {
      goal: goal.goal,
      by: saidBy(goal),
    }),
  run: async (ctx, input) => {
    if (input.by !== undefined && input.by < today(ctx)) throw invalid('by', 'goal_past')
    const before = await goalNow(ctx.tx, ctx.user.id)
    const goal = newGoal(input, newId(), before?.id ?? null, ctx.now)
    await replaceGoal(ctx.tx, ctx.user.id, goal)
    ctx.emit({ type: 'workouts.profile_changed', payload: { id: goal.id, what: 'goal' } })
    return showGoal(goal)
  },
  undo: (ctx, goal) => undoReplaced(ctx, 'goal', goal.id),
})

export const setEquipment = defineTool<SetEquipmentInput, EquipmentOutput>({
  name: 'workouts_set_equipment',
  title: 'Set the equipment',
  description:
    'All gear the person can train with ("гантели и турник", "gym"); replaces the list before. An empty list means body weight only.',
  input: setEquipmentInput,
  output: equipmentOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_equipment', { items: input.items.join(', ') }),
  say: (equipment) =>
    say(equipment.items.length === 0 ? 'equipment_none' : 'equipment_set', {
      items: equipment.items.join(', '),
      unknown: equipment.unknown.length === 0 ? '' : say('equipment_unknown', { items: equipment.unknown.join(', ') }),
    }),
  run: async (ctx, input) => {
    const before = await equipmentNow(ctx.tx, ctx.user.id)
    const items = [...new Set(input.items)]
    const row: EquipmentRow = {
      id: newId(),
      items,
      itemKeys: gearOf(items).keys,
      replacedId: before?.id ?? null,
      createdAt: ctx.now,
      supersededAt: null,
    }
    await replaceEquipment(ctx.tx, ctx.user.id, row)
    ctx.emit({ type: 'workouts.profile_changed', payload: { id: row.id, what: 'equipment' } })
    return showEquipment(row)
  },
  undo: (ctx, row) => undoReplaced(ctx, 'equipment', row.id),
})

const saidThresholds = (row: ThresholdsOutput) =>
  say('thresholds_set', {
    max: row.heartRateMax ?? '—',
    rest: row.heartRateRest ?? '—',
    power: row.powerWatts === null ? '' : say('thresholds_power', { watts: row.powerWatts }),
  })

export const setThresholds = defineTool<SetThresholdsInput, ThresholdsOutput>({
  name: 'workouts_set_thresholds',
  title: 'Set heart-rate and power limits',
  description:
    'The measured maximum and resting heart rate and the threshold power; zones and load are worked out from them. What is not mentioned stays.',
  input: setThresholdsInput,
  output: thresholdsOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_thresholds'),
  say: (row) => saidThresholds(row),
  run: async (ctx, input) => {
    if (Object.keys(input).length === 0) throw invalid('heartRateMax', 'ask_thresholds_value')
    const before = await thresholdsNow(ctx.tx, ctx.user.id)
    const kept = <T>(given: T | undefined, held: T | undefined): T | null =>
      given === undefined ? (held ?? null) : given
    const row: ThresholdRow = {
      id: newId(),
      heartRateMax: kept(input.heartRateMax, before?.heartRateMax),
      heartRateRest: kept(input.heartRateRest, before?.heartRateRest),
      powerWatts: kept(input.powerWatts, before?.powerWatts),
      replacedId: before?.id ?? null,
      createdAt: ctx.now,
      supersededAt: null,
    }
    if (row.heartRateMax !== null && row.heartRateRest !== null && row.heartRateRest >= row.heartRateMax)
      throw invalid('heartRateRest', 'rest_over_max')
    await replaceThresholds(ctx.tx, ctx.user.id, row)
    ctx.emit({ type: 'workouts.profile_changed', payload: { id: row.id, what: 'thresholds' } })
    return showThresholds(row)
  },
  undo: (ctx, row) => undoReplaced(ctx, 'threshold', row.id),
})

export const getProfile = defineTool<GetProfileInput, ProfileOutput>({
  name: 'workouts_get_profile',
  title: 'Training profile',
  description: 'The goal, the equipment, heart-rate and power limits and active injuries that plans are made from.',
  input: getProfileInput,
  output: profileOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (profile) =>
    say('profile', {
      goal: profile.goal?.goal ?? say('profile_unknown'),
      by: saidBy(profile.goal),
      equipment:
        profile.equipment === null
          ? say('profile_unknown')
          : profile.equipment.items.length === 0
            ? say('profile_body_weight')
            : profile.equipment.items.join(', '),
      injuries:
        profile.injuries.length === 0
          ? say('profile_no_injuries')
          : profile.injuries.map(({ bodyPart }) => bodyPart).join(', '),
      limits: profile.thresholds === null ? '' : say('profile_limits', { limits: saidThresholds(profile.thresholds) }),
    }),
  run: async (ctx) => {
    const [goal, equipment, thresholds, injuries] = [
      await goalNow(ctx.tx, ctx.user.id),
      await equipmentNow(ctx.tx, ctx.user.id),
      await thresholdsNow(ctx.tx, ctx.user.id),
      await listRows(ctx.tx, ctx.user.id, 'active'),
    ]
    return {
      goal: goal && showGoal(goal),
      equipment: equipment && showEquipment(equipment),
      thresholds: thresholds && showThresholds(thresholds),
      injuries: injuries.map(showInjury),
    }
  },
})
