import type { z } from 'zod'
import { newId } from '../../core/ids.ts'
import type { Instant } from '../../core/time.ts'
import type { Role } from '../../core/user.ts'
import type { Db, Tx } from '../../db/contract.ts'
import type { registerInput } from './schema.ts'
import { DEFAULT_QUIET, DEFAULT_SLEEP, DEFAULT_WORK } from './service.ts'

/** Creates the person; false when the e-mail is taken. */
export const insertUser = async (
  tx: Tx,
  id: string,
  input: z.infer<typeof registerInput>,
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.query(
    `insert into account.users (id, email, phone, display_name, locale, time_zone, currency, country, birth_date, sex,
                                work_hours, sleep_window, quiet_hours, role, status, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'user', 'active', $14)
     on conflict do nothing returning id`,
    [
      id,
      input.email,
      input.phone ?? null,
      input.displayName ?? null,
      input.locale,
      input.timeZone,
      input.currency,
      input.country,
      input.birthDate ?? null,
      input.sex ?? null,
      JSON.stringify(DEFAULT_WORK),
      JSON.stringify(DEFAULT_SLEEP),
      JSON.stringify(DEFAULT_QUIET),
      now,
    ],
  )
  return rows.length > 0
}

export const insertCredential = async (tx: Tx, userId: string, passwordHash: string, now: Instant): Promise<void> => {
  await tx.query('insert into account.credential (id, user_id, password_hash, created_at) values ($1, $2, $3, $4)', [
    newId(),
    userId,
    passwordHash,
    now,
  ])
}

export interface Known {
  id: string
  status: string
  passwordHash: string
}
/** Who signs in with this e-mail, seen before anybody is signed in. */
export const findCredential = (db: Db, email: string): Promise<Known | null> =>
  db.asSystem('login', async (tx) => {
    const [row] = await tx.query<Known>(
      `select u.id, u.status, c.password_hash as "passwordHash"
         from account.users u join account.credential c on c.user_id = u.id where u.email = $1`,
      [email],
    )
    return row ?? null
  })

export interface NewSession {
  id: string
  userId: string
  familyId: string
  tokenHash: string
  expiresAt: Instant
}
export const insertSession = async (tx: Tx, session: NewSession, now: Instant): Promise<void> => {
  await tx.query(
    `insert into account.session (id, user_id, family_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [session.id, session.userId, session.familyId, session.tokenHash, now, session.expiresAt],
  )
}

/** Sessions nobody can use any more are of no use to keep. */
export const dropExpiredSessions = async (tx: Tx, userId: string, now: Instant): Promise<void> => {
  await tx.query('delete from account.session where user_id = $1 and expires_at <= $2', [userId, now])
}

export const findSessionOwner = (db: Db, tokenHash: string): Promise<{ id: string; userId: string } | null> =>
  db.asSystem('refresh', async (tx) => {
    const [row] = await tx.query<{ id: string; userId: string }>(
      'select s.id, s.user_id as "userId" from account.session s where s.token_hash = $1',
      [tokenHash],
    )
    return row ?? null
  })

export interface SessionState {
  familyId: string
  role: Role
  status: string
  expiresAt: Instant
  revokedAt: Instant | null
  replacedBy: string | null
}
/** The session with its row locked, so that of two uses of one token exactly one is the first. */
export const lockSession = async (tx: Tx, id: string): Promise<SessionState | null> => {
  const [row] = await tx.query<SessionState>(
    `select s.family_id as "familyId", u.role, u.status, s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
            s.replaced_by as "replacedBy"
       from account.session s join account.users u on u.id = s.user_id where s.id = $1 for update of s`,
    [id],
  )
  return row ?? null
}

export const replaceSession = async (tx: Tx, id: string, by: string): Promise<void> => {
  await tx.query('update account.session set replaced_by = $2 where id = $1', [id, by])
}

export const endFamily = async (tx: Tx, userId: string, familyId: string, now: Instant): Promise<void> => {
  await tx.query(
    'update account.session set revoked_at = $3 where user_id = $1 and family_id = $2 and revoked_at is null',
    [userId, familyId, now],
  )
}

export const setRole = async (tx: Tx, userId: string, role: Role): Promise<boolean> =>
  (await tx.query('update account.users set role = $2 where id = $1 returning id', [userId, role])).length > 0

export interface AccessTokenRow {
  id: string
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
}
export const insertAccessToken = async (
  tx: Tx,
  userId: string,
  row: AccessTokenRow,
  tokenHash: string,
): Promise<void> => {
  await tx.query(
    `insert into account.access_token (id, user_id, name, scopes, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4::text[], $5, $6, $7)`,
    [row.id, userId, row.name, row.scopes, tokenHash, row.createdAt, row.expiresAt],
  )
}

export const selectAccessTokens = (tx: Tx, userId: string): Promise<AccessTokenRow[]> =>
  tx.query<AccessTokenRow>(
    `select t.id, t.name, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt"
       from account.access_token t where t.user_id = $1 and t.revoked_at is null order by t.created_at desc, t.id`,
    [userId],
  )

export const endAccessToken = async (tx: Tx, userId: string, id: string, now: Instant): Promise<boolean> =>
  (
    await tx.query(
      'update account.access_token set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null returning id',
      [id, userId, now],
    )
  ).length > 0

export const findAccessTokenOwner = (db: Db, tokenHash: string): Promise<{ id: string; userId: string } | null> =>
  db.asSystem('login', async (tx) => {
    const [row] = await tx.query<{ id: string; userId: string }>(
      'select t.id, t.user_id as "userId" from account.access_token t where t.token_hash = $1',
      [tokenHash],
    )
    return row ?? null
  })
