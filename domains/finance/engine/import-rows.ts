// Imported movements as entries to be stored: on which account, in which currency, of which category.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import type { EntryRow } from '../imports/rows.ts'
import type { ImportedTransaction } from '../repository/imports.ts'
import { wordsOfCategory } from '../service.ts'
import type { CategoryRule } from './categories.ts'

/** The account that all rows are put on; null when each follows its statement. */
export type TargetAccount = { id: string; currency: string } | null

interface Facts {
  importId: string
  target: TargetAccount
  /** Accounts on which earlier imports put movements of the same statement, by `accountKey`. */
  mapped: ReadonlyMap<string, string>
  rules: readonly CategoryRule[]
}

export const accountKey = (account: string | null, currency: string): string => `${account ?? ''} ${currency}`

/**
 * Amount and currency as they are stored: those of the movement, or what the account was charged when only that is in the
 * account's currency. Throws `invalid` when neither is.
 */
const sumOn = (row: EntryRow, target: TargetAccount): { amount: number; currency: string } => {
  const { amount, currency, paid } = row
  if (!target || target.currency === currency) return { amount, currency }
  if (paid?.currency === target.currency) return paid
  throw new AppError(
    'invalid',
    'finance.import_account_currency',
    { expected: target.currency, currency },
    {
      errors: [{ path: 'accountId', message: 'finance.import_account_currency' }],
    },
  )
}

/** The person's own rule with the most words that the movement has. */
const ruleFor = (words: readonly string[], rules: readonly CategoryRule[]): CategoryRule | null => {
  let best: CategoryRule | null = null
  for (const rule of rules) {
    if (best && rule.matchWords.length <= best.matchWords.length) continue
    if (rule.matchWords.every((word) => words.includes(word))) best = rule
  }
  return best
}

/** A movement as an entry. Money that arrives by a transfer is on the account it arrived at. */
export const composeImported = (row: EntryRow, facts: Facts): ImportedTransaction => {
  const { target, mapped } = facts
  const sum = sumOn(row, target)
  const account =
    target?.id ?? (row.account === null ? null : (mapped.get(accountKey(row.account, sum.currency)) ?? null))
  const arrives = row.kind === 'transfer' && row.incoming
  const rule = row.kind === 'transfer' ? null : ruleFor(row.words, facts.rules)
  const category = rule ? { label: rule.category, key: rule.categoryKey } : row.category
  return {
    id: newId(),
    kind: row.kind,
    refund: row.refund,
    ...sum,
    category: category?.label ?? null,
    categoryKey: category?.key ?? null,
    categorySource: category ? (rule ? 'rule' : 'lexicon') : null,
    categoryWords: category ? wordsOfCategory(category.label, category.key) : [],
    payee: row.payee,
    payeeKey: row.payeeKey,
    note: row.note,
    occurredOn: row.occurredOn,
    accountId: arrives ? null : account,
    toAccountId: arrives ? account : null,
    words: row.words,
    importId: facts.importId,
    importKey: row.key,
    importAccount: row.account,
    // Of movements that look the same, those of different accounts are different ones.
    sourceKey: `${row.key} ${row.account ?? target?.id ?? ''}`,
  }
}
