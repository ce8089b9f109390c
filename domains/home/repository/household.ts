// Who belongs together: members, invitations, tries. The doors into a household are functions of the database.
import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { Ctx } from '../../../tools/contract.ts'

export interface MemberRow {
  userId: string
  name: string | null
  joinedAt: Date
}
/** Where this person's rows lie, and who else sees them. */
export interface Place {
  /** The space that only they see. */
  own: string
  householdId: string | null
  /** Where new rows go. */
  writes: string
  /** Everything they see. */
  spaces: string[]
  members: MemberRow[]
}

export const placeOf = async (ctx: Ctx): Promise<Place> => {
  const rows = await ctx.tx.query<MemberRow & { householdId: string }>(
    `select m.user_id as "userId", m.name, m.created_at as "joinedAt", m.household_id as "householdId"
     from home.member m order by m.seq`,
  )
  const own = ctx.user.id
  const householdId = rows[0]?.householdId ?? null
  const members = rows.map(({ userId, name, joinedAt }) => ({ userId, name, joinedAt }))
  return {
    own,
    householdId,
    writes: householdId ?? own,
    spaces: householdId === null ? [own] : [own, householdId],
    members,
  }
}

export const findHousehold = async (tx: Tx, id: string): Promise<{ id: string; createdAt: Date } | null> =>
  (
    await tx.query<{ id: string; createdAt: Date }>(
      'select h.id, h.created_at as "createdAt" from home.household h where h.id = $1',
      [id],
    )
  )[0] ?? null

/** Founds a household around this person; how many rows of theirs became its rows. */
export const foundHousehold = async (tx: Tx, id: string, name: string | null, now: Instant): Promise<number> =>
  (await tx.query<{ moved: number }>('select home.found_household($1, $2, $3) as moved', [id, name, now]))[0]?.moved ??
  0

export interface InviteRow {
  id: string
  householdId: string
  expiresAt: Date
  usedAt: Date | null
}
const INVITE = 'i.id, i.household_id as "householdId", i.expires_at as "expiresAt", i.used_at as "usedAt"'

/** False when that very code was given out before. */
export const insertInvite = async (
  tx: Tx,
  userId: string,
  invite: Omit<InviteRow, 'usedAt'> & { codeHash: string; now: Instant },
): Promise<boolean> =>
  (
    await tx.query(
      `insert into home.invite (id, user_id, household_id, code_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [invite.id, userId, invite.householdId, invite.codeHash, invite.now, invite.expiresAt],
    )
  ).length === 1

/** This person's invitations that still hold. */
export const openInvites = (tx: Tx, userId: string, now: Instant): Promise<InviteRow[]> =>
  tx.query<InviteRow>(
    `select ${INVITE} from home.invite i where i.user_id = $1 and i.used_at is null and i.expires_at > $2
     order by i.expires_at`,
    [userId, now],
  )

/** Takes an unused invitation back; false when somebody has used it. */
export const deleteInvite = async (tx: Tx, userId: string, id: string): Promise<boolean> =>
  (
    await tx.query('delete from home.invite where user_id = $1 and id = $2 and used_at is null returning id', [
      userId,
      id,
    ])
  ).length === 1

/** Counts a try and answers how many there were in this window. Waits for another try of the same person. */
export const countAttempt = async (tx: Tx, userId: string, now: Instant, windowMs: number): Promise<number> =>
  (
    await tx.query<{ attempts: number }>(
      `insert into home.join_attempt as a (user_id, attempts, created_at) values ($1, 1, $2)
       on conflict (user_id) do update set
         attempts = case when a.created_at <= $3 then 1 else a.attempts + 1 end,
         created_at = case when a.created_at <= $3 then $2 else a.created_at end
       returning attempts`,
      [userId, now, new Date(now.getTime() - windowMs)],
    )
  )[0]?.attempts ?? 1

export const forgetAttempts = (tx: Tx, userId: string): void =>
  tx.send('delete from home.join_attempt where user_id = $1', [userId])

/** The household whose invitation this is, now with this person in it; null when there is none that holds. */
export const joinByCode = async (tx: Tx, codeHash: string, name: string | null, now: Instant): Promise<string | null> =>
  (await tx.query<{ id: string | null }>('select home.join_household($1, $2, $3) as id', [codeHash, name, now]))[0]
    ?.id ?? null

/** Goes out; true when nobody else was there and the rows came along. `departureId` takes it back. */
export const leaveHousehold = async (
  tx: Tx,
  userId: string,
  householdId: string,
  departureId: string,
  now: Instant,
): Promise<boolean> => {
  const [row] = await tx.query<{ dissolved: boolean }>('select home.dissolve_household() as dissolved')
  await tx.query('insert into home.departure (id, user_id, household_id, created_at) values ($1, $2, $3, $4)', [
    departureId,
    userId,
    householdId,
    now,
  ])
  await tx.query('delete from home.member where user_id = $1', [userId])
  return row?.dissolved ?? false
}

export const rejoinHousehold = async (
  tx: Tx,
  departureId: string,
  name: string | null,
  now: Instant,
): Promise<boolean> =>
  (await tx.query<{ id: string | null }>('select home.rejoin_household($1, $2, $3) as id', [departureId, name, now]))[0]
    ?.id != null

export const renameMember = async (tx: Tx, userId: string, name: string | null): Promise<void> => {
  await tx.query('update home.member set name = $2 where user_id = $1 and name is distinct from $2', [userId, name])
}
