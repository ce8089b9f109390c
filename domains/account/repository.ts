import { newId } from '../../core/ids.ts'
import { type Instant, toRfc3339 } from '../../core/time.ts'
import type { Purpose, User } from '../../core/user.ts'
import type { Tx } from '../../db/contract.ts'
import type { Consent, Note, Profile, ProfileField } from './schema.ts'
import { PURPOSES } from './schema.ts'

/** The person as every room knows them; null for nobody, a suspended one, or a sign-in that has ended. */
export const findUser = async (tx: Tx, userId: string, familyId: string | null): Promise<User | null> => {
  const rows = await tx.query<User>(
    `select u.id, u.role, u.display_name as "displayName", u.locale, u.time_zone as "timeZone", u.currency, u.country,
            u.work_hours as "workHours", u.sleep_window as "sleepWindow", u.quiet_hours as "quietHours",
            array(select c.purpose from (select distinct on (j.purpose) j.purpose, j.granted from account.consent j
                   where j.user_id = u.id order by j.purpose, j.seq desc) c where c.granted) as consents
       from account.users u
      where u.id = $1 and u.status = 'active'
        and ($2::uuid is null or exists (select 1 from account.session s
              where s.user_id = u.id and s.family_id = $2::uuid and s.revoked_at is null))`,
    [userId, familyId],
  )
  return rows[0] ?? null
}

type ProfileRow = Omit<Profile, 'createdAt'> & { createdAt: Date }

export const loadProfile = async (tx: Tx, userId: string): Promise<Profile | null> => {
  const [row] = await tx.query<ProfileRow>(
    `select u.id, u.email, u.phone, u.display_name as "displayName", u.locale, u.time_zone as "timeZone", u.currency,
            u.country, u.birth_date as "birthDate", u.sex, u.weight_kg as "weightKg", u.height_cm as "heightCm",
            u.work_hours as "workHours", u.sleep_window as "sleepWindow", u.quiet_hours as "quietHours", u.role, u.status,
            u.created_at as "createdAt"
       from account.users u where u.id = $1`,
    [userId],
  )
  return row ? { ...row, createdAt: toRfc3339(row.createdAt, row.timeZone) } : null
}

/** Writes these fields of the profile; the others are written back as they were. */
export const saveProfile = async (tx: Tx, profile: Pick<Profile, ProfileField | 'id'>): Promise<void> => {
  await tx.query(
    `update account.users set display_name = $2, phone = $3, locale = $4, time_zone = $5, currency = $6, country = $7,
            birth_date = $8, sex = $9, weight_kg = $10, height_cm = $11, work_hours = $12, sleep_window = $13, quiet_hours = $14
      where id = $1`,
    [
      profile.id,
      profile.displayName,
      profile.phone,
      profile.locale,
      profile.timeZone,
      profile.currency,
      profile.country,
      profile.birthDate,
      profile.sex,
      profile.weightKg,
      profile.heightCm,
      JSON.stringify(profile.workHours),
      JSON.stringify(profile.sleepWindow),
      JSON.stringify(profile.quietHours),
    ],
  )
}

/** Where each purpose stands now; one that was never decided is not granted. */
export const loadConsents = async (tx: Tx, user: Pick<User, 'id' | 'timeZone'>): Promise<Consent[]> => {
  const rows = await tx.query<{ purpose: Purpose; granted: boolean; at: Date }>(
    `select distinct on (c.purpose) c.purpose, c.granted, c.at from account.consent c
      where c.user_id = $1 order by c.purpose, c.seq desc`,
    [user.id],
  )
  return PURPOSES.map((purpose) => {
    const row = rows.find((r) => r.purpose === purpose)
    return { purpose, granted: row?.granted ?? false, at: row ? toRfc3339(row.at, user.timeZone) : null }
  })
}

export const addConsents = async (
  tx: Tx,
  userId: string,
  decided: readonly { purpose: Purpose; granted: boolean }[],
  now: Instant,
): Promise<void> => {
  if (decided.length === 0) return
  await tx.query(
    `insert into account.consent (id, user_id, purpose, granted, at, created_at)
     select t.id, $1, t.purpose, t.granted, $5, $5
       from unnest($2::uuid[], $3::text[], $4::boolean[]) as t(id, purpose, granted)`,
    [userId, decided.map(() => newId()), decided.map((d) => d.purpose), decided.map((d) => d.granted), now],
  )
}

type NoteRow = { seq: number; id: string; text: string; tags: string[]; createdAt: Date; deletedAt: Date | null }
const NOTE = `n.seq, n.id, n.text, n.tags, n.created_at as "createdAt", n.deleted_at as "deletedAt"`

const noteOf = (row: NoteRow, timeZone: string): Note => ({
  id: row.id,
  text: row.text,
  tags: row.tags,
  status: row.deletedAt ? 'deleted' : 'active',
  createdAt: toRfc3339(row.createdAt, timeZone),
  deletedAt: row.deletedAt ? toRfc3339(row.deletedAt, timeZone) : null,
})

export const insertNote = async (
  tx: Tx,
  user: User,
  note: { text: string; tags: string[] },
  now: Instant,
): Promise<Note> => {
  const [row] = await tx.query<NoteRow>(
    `insert into account.note as n (id, user_id, text, tags, created_at) values ($1, $2, $3, $4::text[], $5) returning ${NOTE}`,
    [newId(), user.id, note.text, note.tags, now],
  )
  if (!row) throw new Error('an insert with returning gave no row')
  return noteOf(row, user.timeZone)
}

export const findNote = async (tx: Tx, user: User, id: string): Promise<Note | null> => {
  const [row] = await tx.query<NoteRow>(`select ${NOTE} from account.note n where n.id = $1 and n.user_id = $2`, [
    id,
    user.id,
  ])
  return row ? noteOf(row, user.timeZone) : null
}

/** Marks a note deleted at `at`, or brings it back with null; false when there is no such note in the other state. */
export const setNoteDeleted = async (tx: Tx, userId: string, id: string, at: Instant | null): Promise<boolean> => {
  const rows = await tx.query(
    `update account.note set deleted_at = $3::timestamptz
      where id = $1 and user_id = $2 and (deleted_at is null) = ($3::timestamptz is not null) returning id`,
    [id, userId, at],
  )
  return rows.length > 0
}

export interface NoteFilter {
  query: string | null
  tag: string | null
  includeDeleted: boolean
  after: number | null
  limit: number
}

/**
 * Newest first; `next` is the number to go on after, null at the end. Every word of `query` must occur, in any form; the
 * Russian configuration stems Latin words as English.
 */
export const listNotes = async (
  tx: Tx,
  user: User,
  filter: NoteFilter,
): Promise<{ notes: Note[]; next: number | null }> => {
  const rows = await tx.query<NoteRow>(
    `select ${NOTE} from account.note n
      where n.user_id = $1 and ($2::boolean or n.deleted_at is null)
        and ($3::text is null
             or to_tsvector('pg_catalog.russian', translate(n.text || ' ' || array_to_string(n.tags, ' '), 'ёЁ', 'еЕ'))
                @@ plainto_tsquery('pg_catalog.russian', translate($3::text, 'ёЁ', 'еЕ'))
             or position(lower($3::text) in lower(n.text)) > 0)
        and ($4::text is null or $4::text = any (n.tags))
        and ($5::bigint is null or n.seq < $5::bigint)
      order by n.seq desc limit $6`,
    [user.id, filter.includeDeleted, filter.query, filter.tag, filter.after, filter.limit + 1],
  )
  const shown = rows.slice(0, filter.limit)
  const next = rows.length > filter.limit ? (shown.at(-1)?.seq ?? null) : null
  return { notes: shown.map((row) => noteOf(row, user.timeZone)), next }
}
