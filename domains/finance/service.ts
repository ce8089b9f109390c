// What is true and allowed about entries: pure decisions over rows, inputs and a given moment.
import { Temporal } from 'temporal-polyfill'
import { AppError } from '../../core/errors.ts'
import { isCurrency, MAX_AMOUNT, minorDigits } from '../../core/money.ts'
import { type Instant, isLocalDate, type LocalDate, toRfc3339 } from '../../core/time.ts'
import { langOf, type User } from '../../core/user.ts'
import {
  type CategoryRule,
  canonicalLabel,
  deriveCategory,
  isActOnly,
  readCategory,
  readPayee,
} from './engine/categories.ts'
import { stemsOf } from './engine/words.ts'
import type { NewTransaction, TransactionRow } from './repository.ts'
import type { AddTransaction, Kind, SplitTransaction, Transaction, UpdateTransaction } from './schema.ts'

/** What a decision may know of the person and the moment. */
export interface Facts {
  user: User
  today: LocalDate
  now: Instant
  rules: readonly CategoryRule[]
}

const FIRST_DAY = '1970-01-01'
const LAST_DAY = '2100-12-31'

export const invalid = (key: string, path: string, params: AppError['params'] = {}): AppError =>
  new AppError('invalid', key, params, { errors: [{ path, message: key }] })

/** The code in capitals. Throws `invalid` when no such currency exists. */
export const readCurrency = (code: string): string => {
  const currency = code.toUpperCase()
  if (!isCurrency(currency)) throw invalid('finance.unknown_currency', 'currency', { code })
  return currency
}

/** An amount as it is. Throws `invalid`, naming the limit, unless it is a whole number of minor units over zero. */
export const readAmount = (amount: number, currency: string, path = 'amount'): number => {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > MAX_AMOUNT)
    throw invalid('finance.amount_out_of_range', path, { max: { money: MAX_AMOUNT, currency } })
  return amount
}

/** A balance may be below zero: a debt. */
export const readBalance = (balance: number, currency: string): number => {
  if (!Number.isSafeInteger(balance) || Math.abs(balance) > MAX_AMOUNT)
    throw invalid('finance.balance_out_of_range', 'balance', { max: { money: MAX_AMOUNT, currency } })
  return balance
}

/** A real calendar date. Throws `invalid` for 31 February. */
export const readDate = (date: LocalDate, path: string): LocalDate => {
  if (!isLocalDate(date) || date < FIRST_DAY || date > LAST_DAY) throw invalid('finance.bad_date', path, { date })
  return date
}

/** The day of an entry: at most a year ahead, so that a slip in the year is noticed. */
export const readEntryDay = (date: LocalDate, today: LocalDate, path = 'occurredOn'): LocalDate => {
  const day = readDate(date, path)
  if (day > Temporal.PlainDate.from(today).add({ years: 1 }).toString())
    throw invalid('finance.date_too_far', path, { date: { date: day } })
  return day
}

const categoryWords = (category: { label: string; key: string } | null): string[] =>
  category ? stemsOf(category.label, canonicalLabel(category.key, 'ru'), canonicalLabel(category.key, 'en')) : []

type Classified = Pick<
  TransactionRow,
  'category' | 'categoryKey' | 'categorySource' | 'payee' | 'payeeKey' | 'note' | 'words' | 'categoryWords'
>

/** Puts payee, note and category together: what was said wins, what was not is derived. */
export const classify = (
  said: { kind: Kind; category: string | null; payee: string | null; note: string | null },
  facts: Facts,
): Classified => {
  const lang = langOf(facts.user.locale)
  const named = said.category === null || isActOnly(said.category) ? null : said.category
  const read = named === null ? null : readCategory(named, lang)
  // "1200 пятёрочка": the shop was said where a category stands, so it is the payee and the category follows from it.
  const asPayee = read?.merchant && said.payee === null ? read.merchant : null
  const payee = said.payee ?? asPayee
  const known = payee === null ? null : readPayee(payee)
  const note = said.note ?? (read?.saysMore && asPayee === null ? named : null)
  const name = known?.name ?? null
  const chosen =
    read && asPayee === null
      ? { label: read.label, key: read.key, source: 'said' as const }
      : said.kind === 'transfer'
        ? null
        : deriveCategory({ payee: name, note }, facts.rules, lang)
  return {
    category: chosen?.label ?? null,
    categoryKey: chosen?.key ?? null,
    categorySource: chosen?.source ?? null,
    payee: name,
    payeeKey: known?.key ?? null,
    note,
    words: stemsOf(name, note),
    categoryWords: categoryWords(chosen),
  }
}

/** The stems under which a category is found. */
export const wordsOfCategory = (label: string, key: string): string[] => categoryWords({ label, key })

type AccountFacts = { id: string; currency: string } | null

const inAccount = (currency: string, account: AccountFacts): string => {
  if (account && account.currency !== currency)
    throw invalid('finance.account_currency', 'currency', { currency, expected: account.currency })
  return currency
}

/** The expense that money came back for, and what already did. */
export interface Refunded {
  row: TransactionRow
  refunded: number
}

/** The receiving side of a transfer. Between currencies what arrived has to be said: no rate is ever assumed. */
const receiving = (
  input: AddTransaction,
  currency: string,
  facts: { account: AccountFacts; toAccount?: AccountFacts },
): { toAccountId: string | null; toAmount: number | null } => {
  const to = facts.toAccount ?? null
  if (to === null) return { toAccountId: null, toAmount: null }
  if (input.kind !== 'transfer') throw invalid('finance.only_transfer_has_target', 'toAccountId')
  if (to.id === facts.account?.id) throw invalid('finance.transfer_to_itself', 'toAccountId')
  if (to.currency === currency) return { toAccountId: to.id, toAmount: null }
  if (input.toAmount === undefined)
    throw invalid('finance.transfer_needs_amount', 'toAmount', { from: currency, to: to.currency })
  return { toAccountId: to.id, toAmount: readAmount(input.toAmount, to.currency, 'toAmount') }
}

/** Money that came back: of the same currency, and together never more than was paid. */
const refundable = (amount: number, currency: string, { row, refunded }: Refunded): void => {
  if (row.kind !== 'expense') throw invalid('finance.refund_of_expense_only', 'refundOf')
  if (row.currency !== currency)
    throw invalid('finance.refund_currency', 'currency', { currency, expected: row.currency })
  if (refunded + amount > row.amount)
    throw invalid('finance.refund_too_large', 'amount', { left: { money: row.amount - refunded, currency } })
}

/** What a new entry may lean on besides the person and the moment. */
interface NewFacts extends Facts {
  id: string
  account: AccountFacts
  toAccount?: AccountFacts
  refunded?: Refunded | null
}

/** A new entry; its day is today unless one was said. Throws `invalid` for impossible amounts, dates and currencies. */
export const composeTransaction = (input: AddTransaction, facts: NewFacts): NewTransaction => {
  const refunded = facts.refunded ?? null
  const fallback = facts.account?.currency ?? refunded?.row.currency ?? facts.user.currency
  const currency = inAccount(input.currency ? readCurrency(input.currency) : fallback, facts.account)
  const amount = readAmount(input.amount, currency)
  const refund = input.refund === true || refunded !== null
  if (refunded) refundable(amount, currency, refunded)
  const said = {
    category: input.category ?? refunded?.row.category ?? null,
    payee: input.payee ?? refunded?.row.payee ?? null,
    note: input.note ?? null,
  }
  return {
    id: facts.id,
    kind: refund ? 'income' : input.kind,
    amount,
    currency,
    // Money back for shoes belongs to shoes: it is classified as the expense it lowers.
    ...classify({ kind: refund ? 'expense' : input.kind, ...said }, facts),
    ...receiving(input, currency, facts),
    refund,
    refundOf: refunded?.row.id ?? null,
    occurredOn: input.occurredOn ? readEntryDay(input.occurredOn, facts.today) : facts.today,
    accountId: facts.account?.id ?? null,
    parentId: null,
    createdAt: facts.now,
    updatedAt: facts.now,
  }
}

/** What an update compares, in the order in which it is told. */
const CHANGEABLE = ['kind', 'amount', 'currency', 'payee', 'category', 'note', 'occurredOn', 'accountId'] as const

/** The entry after an update and the names of what became different; nothing different means it was already so. */
export const changeTransaction = (
  row: TransactionRow,
  input: UpdateTransaction,
  facts: Facts & { account: AccountFacts },
): { row: TransactionRow; changed: string[] } => {
  const { id: _, always: __, ...given } = input
  if (Object.values(given).every((value) => value === undefined)) throw invalid('finance.nothing_to_change', 'id')
  const currency = inAccount(input.currency ? readCurrency(input.currency) : row.currency, facts.account)
  const kind = input.kind ?? row.kind
  const next: TransactionRow = {
    ...row,
    ...reclassified(row, input, kind, facts),
    kind,
    currency,
    amount: readAmount(input.amount ?? inDigitsOf(row.amount, row.currency, currency), currency),
    occurredOn: input.occurredOn ? readEntryDay(input.occurredOn, facts.today) : row.occurredOn,
    accountId: input.accountId === undefined ? row.accountId : (facts.account?.id ?? null),
    ...(kind === 'transfer' ? {} : { toAccountId: null, toAmount: null }),
    ...(kind === 'income' ? {} : { refund: false, refundOf: null }),
  }
  const changed = CHANGEABLE.filter((name) => next[name] !== row[name])
  if (changed.length === 0 && next.categorySource === row.categorySource) return { row, changed: [] }
  return { row: { ...next, version: row.version + 1, updatedAt: facts.now }, changed }
}

/** "Those were yen": 450.00 stays 450 whatever the number of minor digits. */
const inDigitsOf = (amount: number, from: string, to: string): number =>
  Math.max(1, Math.round(amount * 10 ** (minorDigits(to) - minorDigits(from))))

const reclassified = (row: TransactionRow, input: UpdateTransaction, kind: Kind, facts: Facts): Partial<Classified> => {
  const { category, payee, note } = input
  if (category === undefined && payee === undefined && note === undefined) return {}
  const keepsSaid = category === undefined && row.categorySource === 'said'
  const next = classify(
    {
      kind: row.refund ? 'expense' : kind,
      category: category ?? null,
      payee: payee === undefined ? row.payee : payee,
      note: note === undefined ? row.note : note,
    },
    facts,
  )
  if (category === null)
    return { ...next, category: null, categoryKey: null, categorySource: 'said', categoryWords: [] }
  if (keepsSaid)
    return {
      ...next,
      category: row.category,
      categoryKey: row.categoryKey,
      categorySource: row.categorySource,
      categoryWords: row.categoryWords,
    }
  return next
}

/** The parts that stand for a split entry. They add up to it; one part may leave its amount out and takes the rest. */
export const splitParts = (
  row: TransactionRow,
  parts: SplitTransaction['parts'],
  facts: Facts & { newId: () => string },
): NewTransaction[] => {
  const open = parts.filter((part) => part.amount === undefined).length
  const given = parts.reduce(
    (sum, part, i) =>
      sum + (part.amount === undefined ? 0 : readAmount(part.amount, row.currency, `parts.${i}.amount`)),
    0,
  )
  const rest = row.amount - given
  if (open > 1 || (open === 1 ? rest <= 0 : rest !== 0))
    throw invalid('finance.split_does_not_add_up', 'parts', {
      total: { money: row.amount, currency: row.currency },
      given: { money: given, currency: row.currency },
    })
  return parts.map((part) => ({
    id: facts.newId(),
    kind: row.kind,
    amount: part.amount ?? rest,
    currency: row.currency,
    ...classify(
      { kind: row.refund ? 'expense' : row.kind, category: part.category, payee: row.payee, note: row.note },
      facts,
    ),
    occurredOn: row.occurredOn,
    accountId: row.accountId,
    toAccountId: null,
    toAmount: null,
    refund: row.refund,
    refundOf: row.refundOf,
    parentId: row.id,
    createdAt: facts.now,
    updatedAt: facts.now,
  }))
}

const statusOf = (row: TransactionRow): Transaction['status'] =>
  row.deletedAt ? 'deleted' : row.supersededAt ? 'split' : 'active'

/** A row as it is shown: instants with the person's offset, without what only the database needs. */
export const showTransaction = (row: TransactionRow, timeZone: string): Transaction => ({
  id: row.id,
  kind: row.kind,
  amount: row.amount,
  currency: row.currency,
  category: row.category,
  categoryKey: row.categoryKey,
  categorySource: row.categorySource,
  payee: row.payee,
  note: row.note,
  occurredOn: row.occurredOn,
  accountId: row.accountId,
  toAccountId: row.toAccountId,
  toAmount: row.toAmount,
  refund: row.refund,
  refundOf: row.refundOf,
  parentId: row.parentId,
  status: statusOf(row),
  version: row.version,
  createdAt: toRfc3339(row.createdAt, timeZone),
  updatedAt: toRfc3339(row.updatedAt, timeZone),
  deletedAt: row.deletedAt && toRfc3339(row.deletedAt, timeZone),
  supersededAt: row.supersededAt && toRfc3339(row.supersededAt, timeZone),
})

/** The row that was shown, to be put back as it was. */
export const restoredRow = (shown: Transaction): Omit<TransactionRow, 'seq' | 'createdAt' | 'parentId'> => ({
  id: shown.id,
  kind: shown.kind,
  amount: shown.amount,
  currency: shown.currency,
  category: shown.category,
  categoryKey: shown.categoryKey,
  categorySource: shown.categorySource,
  payee: shown.payee,
  payeeKey: shown.payee === null ? null : readPayee(shown.payee).key,
  note: shown.note,
  occurredOn: shown.occurredOn,
  accountId: shown.accountId,
  toAccountId: shown.toAccountId,
  toAmount: shown.toAmount,
  refund: shown.refund,
  refundOf: shown.refundOf,
  words: stemsOf(shown.payee, shown.note),
  categoryWords:
    shown.category === null || shown.categoryKey === null ? [] : wordsOfCategory(shown.category, shown.categoryKey),
  version: shown.version,
  updatedAt: new Date(shown.updatedAt),
  deletedAt: shown.deletedAt === null ? null : new Date(shown.deletedAt),
  supersededAt: shown.supersededAt === null ? null : new Date(shown.supersededAt),
})
