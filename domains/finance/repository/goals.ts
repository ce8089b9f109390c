// SQL of what a person saves for.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'

export interface GoalRow {
  id: string
  title: string
  titleKey: string
  target: number
  currency: string
  by: LocalDate | null
  base: number
  reachedOn: LocalDate | null
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  /** Sum of what was put aside and taken out. */
  contributed: number
}
export interface ContributionRow {
  id: string
  goalId: string
  amount: number
  on: LocalDate
  createdAt: Date
}

const GOAL = `g.id, g.title, g.title_key as "titleKey", g.target, g.currency, g.by_date as "by", g.base,
  g.reached_on as "reachedOn", g.version, g.created_at as "createdAt", g.updated_at as "updatedAt", g.deleted_at as "deletedAt",
  coalesce((select sum(c.amount) from finance.goal_contribution c where c.user_id = g.user_id and c.goal_id = g.id), 0)::bigint as contributed`

export const listGoals = (tx: Tx, userId: string, includeCancelled = false): Promise<GoalRow[]> =>
  tx.query<GoalRow>(
    `select ${GOAL} from finance.goal g where g.user_id = $1 and ($2::boolean or g.deleted_at is null)
     order by g.created_at, g.id`,
    [userId, includeCancelled],
  )

/** A goal that is not cancelled, held until the transaction ends. */
export const lockGoal = async (tx: Tx, userId: string, id: string): Promise<GoalRow | undefined> => {
  const rows = await tx.query<GoalRow>(
    `select ${GOAL} from finance.goal g where g.user_id = $1 and g.id = $2 and g.deleted_at is null for update of g`,
    [userId, id],
  )
  return rows[0]
}

export const findGoalByTitle = async (tx: Tx, userId: string, titleKey: string): Promise<GoalRow | undefined> => {
  const rows = await tx.query<GoalRow>(
    `select ${GOAL} from finance.goal g where g.user_id = $1 and g.title_key = $2 and g.deleted_at is null for update of g`,
    [userId, titleKey],
  )
  return rows[0]
}

/** The latest contributions of each of these goals, newest first, at most `each` of one goal. */
export const listContributions = (
  tx: Tx,
  userId: string,
  goalIds: readonly string[],
  each: number,
): Promise<ContributionRow[]> =>
  tx.query<ContributionRow>(
    `select c.id, c."goalId", c.amount, c."on", c."createdAt" from (
       select c.id, c.goal_id as "goalId", c.amount, c.contributed_on as "on", c.created_at as "createdAt",
         row_number() over (partition by c.goal_id order by c.contributed_on desc, c.created_at desc, c.id) as place
       from finance.goal_contribution c where c.user_id = $1 and c.goal_id = any($2::uuid[])) c
     where c.place <= $3 order by c."goalId", c.place`,
    [userId, goalIds, each],
  )

type StoredGoal = Omit<GoalRow, 'contributed'>
const values = (row: StoredGoal): unknown[] => [
  row.title,
  row.titleKey,
  row.target,
  row.currency,
  row.by,
  row.base,
  row.reachedOn,
  row.version,
  row.createdAt,
  row.updatedAt,
  row.deletedAt,
]

export const insertGoal = async (tx: Tx, userId: string, row: StoredGoal): Promise<void> => {
  await tx.query(
    `insert into finance.goal (id, user_id, title, title_key, target, currency, by_date, base, reached_on, version,
       created_at, updated_at, deleted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [row.id, userId, ...values(row)],
  )
}

/** Writes a whole goal over the one of that `version`; whether it still was. */
export const replaceGoal = async (tx: Tx, userId: string, version: number, row: StoredGoal): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.goal set title = $4, title_key = $5, target = $6, currency = $7, by_date = $8, base = $9,
       reached_on = $10, version = $11, created_at = $12, updated_at = $13, deleted_at = $14
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, row.id, version, ...values(row)],
  )
  return rows.length === 1
}

/** Removes a goal of that `version` to which nothing was put aside; whether it did. */
export const removeGoal = async (tx: Tx, userId: string, id: string, version: number): Promise<boolean> => {
  const rows = await tx.query(
    `delete from finance.goal g where g.user_id = $1 and g.id = $2 and g.version = $3
       and not exists (select 1 from finance.goal_contribution c where c.user_id = $1 and c.goal_id = g.id)
     returning g.id`,
    [userId, id, version],
  )
  return rows.length === 1
}

export const insertContribution = async (tx: Tx, userId: string, row: ContributionRow): Promise<void> => {
  await tx.query(
    `insert into finance.goal_contribution (id, user_id, goal_id, amount, contributed_on, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, userId, row.goalId, row.amount, row.on, row.createdAt],
  )
}

export const removeContribution = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const rows = await tx.query('delete from finance.goal_contribution where user_id = $1 and id = $2 returning id', [
    userId,
    id,
  ])
  return rows.length === 1
}
