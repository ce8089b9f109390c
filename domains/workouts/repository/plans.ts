import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { PlanOutput } from '../schema/plan.ts'
import type { PlanSessionRow } from './rows.ts'

/** SQL of week plans: proposals, and the sessions a person accepted. */
export interface PlanRow {
  id: string
  weekStart: string
  timeZone: string
  status: 'proposed' | 'accepted' | 'superseded'
  expiresAt: Date
  proposal: PlanOutput
  revision: string
}
/** Proposals nobody accepted are kept this long after they were made. */
const KEPT_MS = 14 * 86_400_000
const SESSION = `id, plan_id as "planId", ordinal, date, start_at as "startAt", duration_minutes as "durationMinutes", kind,
  sport, title, distance_meters as "distanceMeters", load_tenths as "loadTenths", status,
  calendar_event_id as "calendarEventId"`

export const savePlan = async (
  tx: Tx,
  userId: string,
  plan: Omit<PlanRow, 'status'> & { rulesVersion: string },
  now: Instant,
): Promise<void> => {
  await tx.query(
    `with aged as (delete from workouts.plan where user_id = $2 and status = 'proposed' and created_at < $9)
     insert into workouts.plan (id, user_id, week_start, time_zone, status, expires_at, proposal, rules_version, revision,
       created_at, updated_at)
     values ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8, $10, $10)`,
    [
      plan.id,
      userId,
      plan.weekStart,
      plan.timeZone,
      plan.expiresAt,
      JSON.stringify(plan.proposal),
      plan.rulesVersion,
      plan.revision,
      new Date(now.getTime() - KEPT_MS),
      now,
    ],
  )
}

export const findPlan = async (tx: Tx, userId: string, id: string, lock: 'read' | 'write'): Promise<PlanRow | null> =>
  (await tx.query<PlanRow>(lock === 'write' ? ONE_LOCKED : ONE, [userId, id]))[0] ?? null
const ONE = `select id, week_start as "weekStart", time_zone as "timeZone", status, expires_at as "expiresAt", proposal,
  revision from workouts.plan where user_id = $1 and id = $2`
const ONE_LOCKED = `${ONE} for update`

/** Marks a plan accepted with its sessions. */
export const acceptPlan = async (
  tx: Tx,
  userId: string,
  plan: { id: string; revision: string },
  sessions: readonly PlanSessionRow[],
  now: Instant,
): Promise<void> => {
  await tx.query(
    `update workouts.plan set status = 'accepted', revision = $3, updated_at = $4 where user_id = $1 and id = $2`,
    [userId, plan.id, plan.revision, now],
  )
  await tx.query(
    `insert into workouts.plan_session (id, user_id, plan_id, ordinal, date, start_at, duration_minutes, kind, sport, title,
       distance_meters, load_tenths, status, calendar_event_id, created_at)
     select (e->>'id')::uuid, $1, (e->>'planId')::uuid, (e->>'ordinal')::smallint, (e->>'date')::date,
       (e->>'startAt')::timestamptz, (e->>'durationMinutes')::smallint, e->>'kind', e->>'sport', e->>'title',
       (e->>'distanceMeters')::integer, (e->>'loadTenths')::integer, 'accepted', (e->>'calendarEventId')::uuid, $3
     from jsonb_array_elements($2::jsonb) as given(e)`,
    [userId, JSON.stringify(sessions), now],
  )
}

/** Makes an accepted plan a proposal again and drops its sessions. False when it changed since. */
export const takeBackPlan = async (
  tx: Tx,
  userId: string,
  plan: { id: string; revision: string },
  now: Instant,
): Promise<boolean> => {
  const changed = await tx.query(
    `update workouts.plan set status = 'proposed', revision = id, updated_at = $4
      where user_id = $1 and id = $2 and revision = $3 and status = 'accepted' returning id`,
    [userId, plan.id, plan.revision, now],
  )
  if (changed.length === 0) return false
  await tx.query('delete from workouts.plan_session where user_id = $1 and plan_id = $2', [userId, plan.id])
  return true
}

/** Accepted sessions of these local days, in order. */
export const sessionsBetween = (tx: Tx, userId: string, from: string, to: string): Promise<PlanSessionRow[]> =>
  tx.query<PlanSessionRow>(
    `select ${SESSION} from workouts.plan_session
      where user_id = $1 and status = 'accepted' and date >= $2 and date <= $3 order by start_at, id`,
    [userId, from, to],
  )

/** Of these sessions, those a workout answers. */
export const answered = async (tx: Tx, userId: string, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>(
    `select plan_session_id as id from workouts.workout
      where user_id = $1 and plan_session_id = any($2::uuid[]) and deleted_at is null`,
    [userId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The session of a calendar event that the person cancelled is not missed: it is not planned any more. */
export const cancelSession = async (tx: Tx, userId: string, eventId: string): Promise<void> => {
  await tx.query(
    `update workouts.plan_session set status = 'cancelled' where user_id = $1 and calendar_event_id = $2`,
    [userId, eventId],
  )
}
/** A session follows its calendar event to another time. */
export const moveSession = async (
  tx: Tx,
  userId: string,
  eventId: string,
  to: { startAt: Date; date: string },
): Promise<void> => {
  await tx.query(
    'update workouts.plan_session set start_at = $3, date = $4 where user_id = $1 and calendar_event_id = $2',
    [userId, eventId, to.startAt, to.date],
  )
}
