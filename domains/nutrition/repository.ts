import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { LogMealInput } from './schema.ts'

/** SQL of what was checked, taken, eaten and aimed at. */
export interface SupplementRow {
  id: string
  name: string
  amount: number | null
  unit: string | null
  at: Instant
  date: string
}
export interface MealRow {
  id: string
  items: LogMealInput['items']
  at: Instant
  date: string
}
export interface TargetRow {
  id: string
  kcal: number | null
  protein: number | null
  fat: number | null
  carbs: number | null
  replacedId: string | null
  createdAt: Instant
}
export interface CheckRun {
  id: string
  release: string
  input: unknown
  factIds: readonly string[]
  verdict: string
  ruleIds: readonly string[]
}

export const recordCheck = async (tx: Tx, userId: string, run: CheckRun, now: Instant): Promise<void> => {
  await tx.query(
    `insert into nutrition.check_run (id, user_id, knowledge_release, input, fact_ids, verdict, rule_ids, created_at)
     values ($1, $2, $3, $4::jsonb, $5::text[], $6, $7::text[], $8)`,
    [
      run.id,
      userId,
      run.release,
      run.input === null ? null : JSON.stringify(run.input),
      run.factIds,
      run.verdict,
      run.ruleIds,
      now,
    ],
  )
}

export const addSupplement = async (tx: Tx, userId: string, row: SupplementRow, now: Instant): Promise<void> => {
  await tx.query(
    `insert into nutrition.supplement (id, user_id, name, amount, unit, taken_at, local_date, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, userId, row.name, row.amount, row.unit, row.at, row.date, now],
  )
}
export const supplementsOn = (tx: Tx, userId: string, date: string): Promise<SupplementRow[]> =>
  tx.query<SupplementRow>(
    `select id, name, amount, unit, taken_at as "at", local_date as "date" from nutrition.supplement
      where user_id = $1 and local_date = $2 order by taken_at, created_at, name, id`,
    [userId, date],
  )

/** Oldest first. */
export const supplementsBetween = (tx: Tx, userId: string, from: string, to: string): Promise<SupplementRow[]> =>
  tx.query<SupplementRow>(
    `select id, name, amount, unit, taken_at as "at", local_date as "date" from nutrition.supplement
      where user_id = $1 and local_date between $2 and $3 order by taken_at, created_at, id`,
    [userId, from, to],
  )

export interface StackChange {
  id: string
  factId: string
  before: string
  after: string
  ruleIds: string[]
  createdAt: Instant
}
/** One change for a fact, however often it is told of. */
export const addStackChange = async (tx: Tx, userId: string, change: StackChange): Promise<void> => {
  await tx.query(
    `insert into nutrition.stack_change (id, user_id, fact_id, verdict_before, verdict_after, rule_ids, created_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7) on conflict (user_id, fact_id) do nothing`,
    [change.id, userId, change.factId, change.before, change.after, change.ruleIds, change.createdAt],
  )
}
export const lastStackChange = async (tx: Tx, userId: string, since: Instant): Promise<StackChange | null> =>
  (
    await tx.query<StackChange>(
      `select id, fact_id as "factId", verdict_before as "before", verdict_after as "after", rule_ids as "ruleIds",
              created_at as "createdAt"
         from nutrition.stack_change where user_id = $1 and created_at >= $2 order by created_at desc, id desc limit 1`,
      [userId, since],
    )
  )[0] ?? null

export const addMeal = async (tx: Tx, userId: string, row: MealRow, now: Instant): Promise<void> => {
  await tx.query(
    `insert into nutrition.meal (id, user_id, items, eaten_at, local_date, created_at)
     values ($1, $2, $3::jsonb, $4, $5, $6)`,
    [row.id, userId, JSON.stringify(row.items), row.at, row.date, now],
  )
}
export const mealsOn = (tx: Tx, userId: string, date: string): Promise<MealRow[]> =>
  tx.query<MealRow>(
    `select id, items, eaten_at as "at", local_date as "date" from nutrition.meal
      where user_id = $1 and local_date = $2 order by eaten_at, created_at, id`,
    [userId, date],
  )

const REMOVE = {
  supplement: 'delete from nutrition.supplement where user_id = $1 and id = $2 returning id',
  meal: 'delete from nutrition.meal where user_id = $1 and id = $2 returning id',
}
/** Takes an entry of the diary back; false when it is not there any more. */
export const removeEntry = async (tx: Tx, userId: string, table: keyof typeof REMOVE, id: string): Promise<boolean> =>
  (await tx.query(REMOVE[table], [userId, id])).length === 1

/** When something was eaten on these days, the latest first. */
export const mealTimes = async (tx: Tx, userId: string, from: string, to: string): Promise<Instant[]> =>
  (
    await tx.query<{ at: Instant }>(
      `select eaten_at as "at" from nutrition.meal where user_id = $1 and local_date between $2 and $3
        order by local_date desc, eaten_at desc limit 100`,
      [userId, from, to],
    )
  ).map(({ at }) => at)

export const targetNow = async (tx: Tx, userId: string): Promise<TargetRow | null> =>
  (
    await tx.query<TargetRow>(
      `select id, kcal, protein, fat, carbs, replaced_id as "replacedId", created_at as "createdAt"
        from nutrition.target where user_id = $1 and superseded_at is null`,
      [userId],
    )
  )[0] ?? null

/** The new target takes the place of the one before. */
export const replaceTarget = async (tx: Tx, userId: string, row: TargetRow): Promise<void> => {
  await tx.query('update nutrition.target set superseded_at = $2 where user_id = $1 and superseded_at is null', [
    userId,
    row.createdAt,
  ])
  await tx.query(
    `insert into nutrition.target (id, user_id, kcal, protein, fat, carbs, replaced_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, userId, row.kcal, row.protein, row.fat, row.carbs, row.replacedId, row.createdAt],
  )
}
/** Takes the target that holds away and puts the one it replaced back. False when it does not hold any more. */
export const takeBackTarget = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const [gone] = await tx.query<{ replacedId: string | null }>(
    'delete from nutrition.target where user_id = $1 and id = $2 and superseded_at is null returning replaced_id as "replacedId"',
    [userId, id],
  )
  if (!gone) return false
  if (gone.replacedId !== null)
    await tx.query('update nutrition.target set superseded_at = null where user_id = $1 and id = $2', [
      userId,
      gone.replacedId,
    ])
  return true
}
