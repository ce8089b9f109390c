// SQL of the person's own category rules and of the rows they classify.
import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { CategoryRule } from '../engine/categories.ts'
import { COLUMNS, LIVE, type TransactionRow } from '../repository.ts'
import type { Reclassified } from '../schema.ts'

interface RuleRow extends CategoryRule {
  id: string
  match: string
  version: number
  updatedAt: Date
}
const RULE = `r.id, r.match, r.match_words as "matchWords", r.category, r.category_key as "categoryKey", r.version,
  r.updated_at as "updatedAt"`

/** The person's own category rules, the newest first. */
export const listRules = (tx: Tx, userId: string): Promise<RuleRow[]> =>
  tx.query<RuleRow>(
    `select ${RULE} from finance.category_rule r where r.user_id = $1 and r.deleted_at is null
     order by r.updated_at desc, r.id`,
    [userId],
  )

export const insertRule = async (tx: Tx, userId: string, rule: Omit<RuleRow, 'version'>): Promise<void> => {
  await tx.query(
    `insert into finance.category_rule (id, user_id, match, match_words, category, category_key, created_at, updated_at)
     values ($1, $2, $3, $4::text[], $5, $6, $7, $7)`,
    [rule.id, userId, rule.match, rule.matchWords, rule.category, rule.categoryKey, rule.updatedAt],
  )
}

/** Gives a rule another category when it is still of `version`; whether it was. */
export const changeRule = async (
  tx: Tx,
  userId: string,
  version: number,
  rule: { id: string; category: string; categoryKey: string; version: number; updatedAt: Date },
): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.category_rule set category = $4, category_key = $5, version = $6, updated_at = $7
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, rule.id, version, rule.category, rule.categoryKey, rule.version, rule.updatedAt],
  )
  return rows.length === 1
}

export const removeRule = async (tx: Tx, userId: string, id: string, version: number): Promise<boolean> => {
  const rows = await tx.query(
    'delete from finance.category_rule where user_id = $1 and id = $2 and version = $3 returning id',
    [userId, id, version],
  )
  return rows.length === 1
}

/** Live rows with all these stems whose category nobody said and is another one. */
export const lockDerivedRows = (
  tx: Tx,
  userId: string,
  matchWords: string[],
  label: string,
): Promise<TransactionRow[]> =>
  tx.query<TransactionRow>(
    `select ${COLUMNS} from finance.transaction t
     where t.user_id = $1 and ${LIVE} and t.words @> $2::text[] and t.category_source is distinct from 'said'
       and t.kind <> 'transfer' and t.category is distinct from $3
     order by t.seq for update`,
    [userId, matchWords, label],
  )

export const reclassify = async (
  tx: Tx,
  userId: string,
  ids: readonly string[],
  to: { category: string; categoryKey: string; categoryWords: string[]; now: Instant },
): Promise<void> => {
  await tx.query(
    `update finance.transaction set category = $3, category_key = $4, category_source = 'rule', category_words = $5::text[],
       version = version + 1, updated_at = $6
     where user_id = $1 and id = any($2::uuid[])`,
    [userId, ids, to.category, to.categoryKey, to.categoryWords, to.now],
  )
}

/** Gives rows back the category they had; the number restored tells whether none was changed since. */
export const restoreCategories = async (
  tx: Tx,
  userId: string,
  rows: readonly (Reclassified & { categoryWords: string[] })[],
): Promise<number> => {
  const restored = await tx.query(
    `update finance.transaction t set category = p.category, category_key = p."categoryKey",
       category_source = p."categorySource", category_words = p."categoryWords", version = t.version - 1, updated_at = p."updatedAt"
     from jsonb_to_recordset($2::jsonb) as p (id uuid, version int, category text, "categoryKey" text,
       "categorySource" text, "updatedAt" timestamptz, "categoryWords" text[])
     where t.user_id = $1 and t.id = p.id and t.version = p.version and t.deleted_at is null and t.superseded_at is null
     returning t.id`,
    [userId, JSON.stringify(rows)],
  )
  return restored.length
}
