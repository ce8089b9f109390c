// Shapes of finance: rows as they are stored and shown, and what its tools take. Amounts are integers of minor units.
import { z } from 'zod'
import { MAX_AMOUNT } from '../../core/money.ts'

const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
/** Text that Postgres can keep: no NUL, no half of a surrogate pair. */
const words = (max: number) =>
  z.string().trim().min(1).max(max).refine(storable, { error: 'holds characters that cannot be stored' })

// Ranges of amounts and dates are checked by the service, whose refusal names the limit in the person's language.
const amount = z
  .number()
  .meta({ type: 'integer', minimum: 1, maximum: MAX_AMOUNT, description: 'Minor units: 450 ₽ is 45000' })
const currency = z.string().length(3).meta({ description: 'ISO 4217; the person’s own when none was said' })
const date = z.string().max(40).meta({ format: 'date', description: 'Local date, YYYY-MM-DD' })
const id = z.uuid()
const category = words(100)
const payee = words(200)
const note = words(1000)
const limit = z.int().min(1).max(200).optional()
const cursor = z.string().max(200).optional()

const KINDS = ['expense', 'income', 'transfer'] as const
export const kind = z.enum(KINDS)
export type Kind = z.infer<typeof kind>
export const ACCOUNT_KINDS = [
  'cash',
  'card',
  'bank',
  'savings',
  'credit',
  'loan',
  'investment',
  'wallet',
  'other',
] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]
const budgetPeriod = z.enum(['week', 'month', 'year'])

export const addTransactionInput = z.strictObject({
  kind: kind.default('expense'),
  amount,
  currency: currency.optional(),
  category: category.optional(),
  payee: payee.optional(),
  note: note.optional(),
  occurredOn: date.optional(),
  accountId: id.optional(),
  toAccountId: id.optional().meta({ description: 'Of a transfer: the own account that receives it' }),
  toAmount: amount
    .optional()
    .meta({ description: 'Of a transfer between currencies: what arrived, in minor units of the receiving account' }),
  refund: z.boolean().optional().meta({ description: 'Money that came back for something bought: lowers spending' }),
  refundOf: id.optional().meta({ description: 'The expense that is refunded, when it is recorded' }),
})
export type AddTransaction = z.infer<typeof addTransactionInput>

export const updateTransactionInput = z.strictObject({
  id,
  kind: kind.optional(),
  amount: amount.optional(),
  currency: currency.optional(),
  category: category.nullable().optional(),
  payee: payee.nullable().optional(),
  note: note.nullable().optional(),
  occurredOn: date.optional(),
  accountId: id.nullable().optional(),
  always: z
    .boolean()
    .optional()
    .meta({ description: 'With category: also from now on for this payee, when the person meant it generally' }),
})
export type UpdateTransaction = z.infer<typeof updateTransactionInput>

export const byIdInput = z.strictObject({ id })
export type ById = z.infer<typeof byIdInput>

export const listTransactionsInput = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  category: category.optional(),
  query: words(200).optional(),
  kind: kind.optional(),
  accountId: id.optional(),
  includeDeleted: z.boolean().optional(),
  limit,
  cursor,
})
export type ListTransactions = z.infer<typeof listTransactionsInput>

export const setCategoryRuleInput = z.strictObject({ match: words(200), category })
export type SetCategoryRule = z.infer<typeof setCategoryRuleInput>

export const splitTransactionInput = z.strictObject({
  id,
  parts: z
    .array(
      z.strictObject({
        amount: amount.optional().meta({ description: 'Minor units; one part may leave it out and takes the rest' }),
        category,
      }),
    )
    .min(2)
    .max(50),
})
export type SplitTransaction = z.infer<typeof splitTransactionInput>

export const summariseInput = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  groupBy: z.enum(['category', 'payee', 'day']).optional(),
  category: category.optional(),
  payee: payee.optional(),
  kind: z.enum(['expense', 'income']).optional(),
})
export type Summarise = z.infer<typeof summariseInput>

export const setBudgetInput = z.strictObject({
  category,
  limit: amount,
  currency: currency.optional(),
  period: budgetPeriod.default('month'),
})
export type SetBudget = z.infer<typeof setBudgetInput>

export const getBudgetsInput = z.strictObject({
  category: category.optional(),
  period: budgetPeriod.optional(),
  limit,
  cursor,
})
export type GetBudgets = z.infer<typeof getBudgetsInput>

export const addAccountInput = z.strictObject({
  name: words(100),
  kind: z.enum(ACCOUNT_KINDS).optional(),
  currency: currency.optional(),
  balance: z
    .number()
    .meta({
      type: 'integer',
      minimum: -MAX_AMOUNT,
      maximum: MAX_AMOUNT,
      description: 'Minor units; below zero for a debt',
    })
    .default(0),
  asOf: date.optional(),
})
export type AddAccount = z.infer<typeof addAccountInput>

export const listAccountsInput = z.strictObject({ limit, cursor })
export type ListAccounts = z.infer<typeof listAccountsInput>

const status = z.enum(['active', 'deleted', 'split'])
export const transaction = z.object({
  id,
  kind,
  amount: z.int(),
  currency: z.string(),
  category: z.string().nullable(),
  categoryKey: z.string().nullable(),
  categorySource: z.enum(['said', 'rule', 'lexicon']).nullable(),
  payee: z.string().nullable(),
  note: z.string().nullable(),
  occurredOn: z.string(),
  accountId: z.string().nullable(),
  toAccountId: z.string().nullable(),
  toAmount: z.int().nullable(),
  refund: z.boolean(),
  refundOf: z.string().nullable(),
  parentId: z.string().nullable(),
  status,
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  supersededAt: z.string().nullable(),
})
export type Transaction = z.infer<typeof transaction>

const spentOf = z.object({
  id,
  occurredOn: z.string(),
  amount: z.int(),
  currency: z.string(),
  category: z.string().nullable(),
  payee: z.string().nullable(),
})
/** A row that a figure counts. */
export type CountedRow = z.infer<typeof spentOf>

export const budgetState = z.object({
  id,
  category: z.string(),
  categoryKey: z.string(),
  limit: z.int(),
  currency: z.string(),
  period: budgetPeriod,
  from: z.string(),
  to: z.string(),
  spent: z.int(),
  left: z.int(),
  status: z.enum(['within', 'near', 'over']),
  transactionIds: z.array(id),
})
export type BudgetState = z.infer<typeof budgetState>
const budgetNotice = budgetState.omit({ transactionIds: true })
export type BudgetNotice = z.infer<typeof budgetNotice>

export const addTransactionOutput = z.object({ ...transaction.shape, budget: budgetNotice.nullable() })
export type AddedTransaction = z.infer<typeof addTransactionOutput>
export const deleteTransactionOutput = z.object({ ...transaction.shape, previous: transaction })
export type DeletedTransaction = z.infer<typeof deleteTransactionOutput>

const total = z.object({ currency: z.string(), total: z.int() })
export type Total = z.infer<typeof total>
const period = z.object({ from: z.string().nullable(), to: z.string().nullable(), today: z.string() })
export const listTransactionsOutput = z.object({
  items: z.array(transaction),
  nextCursor: z.string().nullable(),
  period,
})
export type ListedTransactions = z.infer<typeof listTransactionsOutput>

const reclassified = z.object({
  id,
  version: z.int(),
  category: z.string().nullable(),
  categoryKey: z.string().nullable(),
  categorySource: transaction.shape.categorySource,
  updatedAt: z.string(),
})
/** A row as it was before a rule changed its category; `version` is the one it got by the change. */
export type Reclassified = z.infer<typeof reclassified>
export const categoryRuleOutput = z.object({
  id,
  match: z.string(),
  category: z.string(),
  categoryKey: z.string(),
  active: z.boolean(),
  version: z.int(),
  changed: z.int(),
  transactionIds: z.array(id),
  previous: z.object({ category: z.string(), categoryKey: z.string(), updatedAt: z.string() }).nullable(),
  previousRows: z.array(reclassified),
})
export type SavedRule = z.infer<typeof categoryRuleOutput>

export const updateTransactionOutput = z.object({
  ...transaction.shape,
  previous: transaction,
  changed: z.array(z.string()),
  /** What was learnt from it for the payee. */
  rule: categoryRuleOutput.nullable(),
  /** What could be learnt from it, if the person says so. */
  offer: z.object({ match: z.string(), category: z.string() }).nullable(),
})
export type UpdatedTransaction = z.infer<typeof updateTransactionOutput>

export const splitTransactionOutput = z.object({
  id,
  transaction,
  parts: z.array(transaction),
  previous: transaction,
})
export type SplitResult = z.infer<typeof splitTransactionOutput>

const group = z.object({ key: z.string(), label: z.string(), total: z.int(), currency: z.string(), count: z.int() })
export type Group = z.infer<typeof group>
export const summariseOutput = z.object({
  total: z.int(),
  currency: z.string(),
  totals: z.array(total),
  groups: z.array(group),
  groupBy: z.enum(['category', 'payee', 'day']),
  kind: z.enum(['expense', 'income']),
  filter: z.string().nullable(),
  count: z.int(),
  transactionIds: z.array(id),
  from: z.string(),
  to: z.string(),
  today: z.string(),
})
export type Summary = z.infer<typeof summariseOutput>

export const setBudgetOutput = z.object({
  ...budgetState.shape,
  rows: z.array(spentOf),
  version: z.int(),
  previous: z.object({ category: z.string(), limit: z.int(), currency: z.string(), updatedAt: z.string() }).nullable(),
})
export type SavedBudget = z.infer<typeof setBudgetOutput>
export const getBudgetsOutput = z.object({
  budgets: z.array(budgetState),
  items: z.array(budgetState),
  rows: z.array(spentOf),
  spent: z.int().nullable(),
  left: z.int().nullable(),
  limit: z.int().nullable(),
  currency: z.string().nullable(),
  category: z.string().nullable(),
  nextCursor: z.string().nullable(),
})
export type Budgets = z.infer<typeof getBudgetsOutput>

export const account = z.object({
  id,
  name: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  currency: z.string(),
  balance: z.int(),
  asOf: z.string(),
  currentBalance: z.int(),
  active: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type Account = z.infer<typeof account>
export const addAccountOutput = z.object({
  ...account.shape,
  previous: z
    .object({
      name: z.string(),
      kind: z.enum(ACCOUNT_KINDS),
      balance: z.int(),
      asOf: z.string(),
      statedAt: z.string(),
      updatedAt: z.string(),
    })
    .nullable(),
})
export type SavedAccount = z.infer<typeof addAccountOutput>
export const listAccountsOutput = z.object({
  items: z.array(account),
  nextCursor: z.string().nullable(),
  totals: z.array(total),
})
export type ListedAccounts = z.infer<typeof listAccountsOutput>

/** What other rooms may hear: ids and figures, no words of the person. */
export const transactionAdded = z.object({
  id,
  kind,
  amount: z.int(),
  currency: z.string(),
  categoryKey: z.string().nullable(),
  occurredOn: z.string(),
})

// Accounts: renamed and closed.

export const updateAccountInput = z.strictObject({
  id,
  name: words(100).optional(),
  kind: z.enum(ACCOUNT_KINDS).optional(),
})
export type UpdateAccount = z.infer<typeof updateAccountInput>
export const changedAccountOutput = z.object({ ...account.shape, previous: account })
export type ChangedAccount = z.infer<typeof changedAccountOutput>

// Bills and income that comes by itself.

const billKind = z.enum(['expense', 'income'])
export type BillKind = z.infer<typeof billKind>
const rrule = z.string().max(500).meta({
  description: 'RFC 5545 rule, e.g. FREQ=MONTHLY;BYMONTHDAY=5. Day 29–31 means the last day of a shorter month',
})
const remindDaysBefore = z
  .int()
  .min(0)
  .max(60)
  .meta({ description: 'How many days before to speak of it; 1 unless said' })
const remindAt = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Local time HH:MM of speaking of it; 09:00 unless said' })

export const addBillInput = z.strictObject({
  title: words(200),
  amount,
  currency: currency.optional(),
  kind: billKind.default('expense'),
  dueOn: date.optional().meta({ description: 'The day of a single payment, or the first day of the rule' }),
  rrule: rrule.optional(),
  category: category.optional(),
  payee: payee.optional(),
  accountId: id.optional(),
  remindDaysBefore: remindDaysBefore.optional(),
  remindAt: remindAt.optional(),
})
export type AddBill = z.infer<typeof addBillInput>

export const updateBillInput = z.strictObject({
  id,
  scope: z
    .enum(['next', 'all'])
    .optional()
    .meta({ description: 'next: only the coming payment; all (unless said): it and all later ones' }),
  of: date.optional().meta({ description: 'With scope next: which due day is meant, when not the coming one' }),
  title: words(200).optional(),
  amount: amount.optional(),
  currency: currency.optional(),
  kind: billKind.optional(),
  dueOn: date.optional().meta({ description: 'The new day of the coming payment' }),
  rrule: rrule.nullable().optional(),
  category: category.nullable().optional(),
  payee: payee.nullable().optional(),
  accountId: id.nullable().optional(),
  remindDaysBefore: remindDaysBefore.optional(),
  remindAt: remindAt.optional(),
  skip: z.boolean().optional().meta({ description: 'With scope next: this payment does not take place' }),
})
export type UpdateBill = z.infer<typeof updateBillInput>

export const listBillsInput = z.strictObject({
  kind: billKind.optional(),
  status: z.enum(['active', 'all']).optional(),
  query: words(200).optional(),
  from: date.optional(),
  to: date.optional(),
  limit,
  cursor,
})
export type ListBills = z.infer<typeof listBillsInput>

export const markBillPaidInput = z.strictObject({
  id,
  dueOn: date.optional().meta({ description: 'The due day that is paid, when not the coming one' }),
  paidOn: date.optional(),
  amount: amount.optional(),
  accountId: id.optional(),
})
export type MarkBillPaid = z.infer<typeof markBillPaidInput>

const billPayment = z.object({
  id,
  dueOn: z.string(),
  paidOn: z.string(),
  amount: z.int(),
  currency: z.string(),
  transactionId: id,
})
export type ShownPayment = z.infer<typeof billPayment>
/** One day of a series that differs from its rule. */
const dueChange = z.object({
  dueOn: z.string(),
  movedTo: z.string().nullable(),
  amount: z.int().nullable(),
  skipped: z.boolean(),
})
export type DueChange = z.infer<typeof dueChange>

export const bill = z.object({
  id,
  title: z.string(),
  kind: billKind,
  amount: z.int(),
  currency: z.string(),
  category: z.string().nullable(),
  categoryKey: z.string().nullable(),
  payee: z.string().nullable(),
  accountId: z.string().nullable(),
  /** The day of a single payment, or the first of the series. */
  dueOn: z.string(),
  rrule: z.string().nullable(),
  changes: z.array(dueChange),
  /** Due days of a series before this one are not looked after. */
  since: z.string(),
  remindDaysBefore: z.int(),
  remindAt: z.string(),
  /** The earliest payment that is not made: overdue or to come. */
  nextDueOn: z.string().nullable(),
  nextAmount: z.int().nullable(),
  overdue: z.array(z.string()),
  paidOn: z.string().nullable(),
  /** The latest payments, newest first. */
  payments: z.array(billPayment),
  status: z.enum(['active', 'overdue', 'finished', 'cancelled']),
  active: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type Bill = z.infer<typeof bill>

export const changedBillOutput = z.object({ ...bill.shape, previous: bill, changed: z.array(z.string()) })
export type ChangedBill = z.infer<typeof changedBillOutput>

const due = z.object({
  billId: id,
  title: z.string(),
  kind: billKind,
  dueOn: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.enum(['overdue', 'due', 'paid']),
})
export type ShownDue = z.infer<typeof due>
export const listBillsOutput = z.object({
  items: z.array(bill),
  nextCursor: z.string().nullable(),
  /** Payments that fall into the period, and what of them is still to be paid and to come. */
  dues: z.array(due),
  toPay: z.array(total),
  toReceive: z.array(total),
  from: z.string(),
  to: z.string(),
  today: z.string(),
})
export type ListedBills = z.infer<typeof listBillsOutput>

export const paidBillOutput = z.object({ ...bill.shape, payment: billPayment, transaction })
export type PaidBill = z.infer<typeof paidBillOutput>

// The balance to come.

const rates = z
  .array(z.strictObject({ currency, rate: z.number().positive().max(1e9) }))
  .max(20)
  .meta({ description: 'Stated rates: how much of the asked currency one unit of this one is worth' })
export type Rates = z.infer<typeof rates>

export const forecastInput = z.strictObject({
  days: z.int().min(1).max(365).default(30),
  currency: currency.optional(),
  accountIds: z.array(id).min(1).max(50).optional(),
  everyday: z.boolean().optional().meta({ description: 'false leaves out the average of everyday spending' }),
  rates: rates.optional(),
})
export type AskForecast = z.infer<typeof forecastInput>

const cause = z.object({
  kind: z.enum(['bill', 'income', 'planned', 'everyday']),
  /** The bill or the entry; null for everyday spending. */
  id: id.nullable(),
  title: z.string().nullable(),
  /** Signed minor units of the forecast's currency. */
  amount: z.int(),
  dueOn: z.string(),
})
export type Cause = z.infer<typeof cause>
const forecastDay = z.object({
  date: z.string(),
  balance: z.int(),
  /** The same without the average of everyday spending. */
  known: z.int(),
  low: z.int(),
  high: z.int(),
  causes: z.array(cause),
})
export type ForecastDay = z.infer<typeof forecastDay>
const point = z.object({ date: z.string(), balance: z.int() })
const leftOut = z.object({
  id,
  name: z.string(),
  kind: z.enum([...ACCOUNT_KINDS, 'bill', 'entry']),
  balance: z.int(),
  currency: z.string(),
  reason: z.enum(['currency', 'kind']),
})
export type LeftOut = z.infer<typeof leftOut>

export const forecastOutput = z.object({
  /** unknown: no balance was ever stated, so there is nothing to start from. */
  status: z.enum(['known', 'unknown']),
  currency: z.string(),
  days: z.int(),
  from: z.string(),
  to: z.string(),
  start: z.object({
    balance: z.int(),
    accounts: z.array(z.object({ id, name: z.string(), balance: z.int(), currency: z.string() })),
    /** Entries on no account recorded after the balances were stated: they came out of this money. */
    unassigned: z.int(),
    transactionIds: z.array(id),
  }),
  /** Today and each day to come. */
  path: z.array(forecastDay),
  lowest: point.nullable(),
  lowestKnown: point.nullable(),
  lowestLikely: point.nullable(),
  belowZeroOn: z.string().nullable(),
  band: z
    .object({
      coverage: z.number(),
      dailyMean: z.int(),
      dailyDeviation: z.int(),
      daysOfHistory: z.int(),
      spent: z.int(),
      from: z.string(),
      to: z.string(),
    })
    .nullable(),
  daysOfHistory: z.int(),
  notIncluded: z.array(leftOut),
  today: z.string(),
})
export type Forecast = z.infer<typeof forecastOutput>

export const affordInput = z.strictObject({
  amount,
  currency: currency.optional(),
  on: date.optional(),
  title: words(200).optional(),
  rates: rates.optional(),
})
export type AskAfford = z.infer<typeof affordInput>
export const affordOutput = z.object({
  verdict: z.enum(['yes', 'tight', 'no', 'unknown']),
  amount: z.int(),
  currency: z.string(),
  on: z.string(),
  until: z.string(),
  /** The lowest balance from that day on, after it was bought, and before it would be. */
  lowest: point.nullable(),
  lowestWithout: point.nullable(),
  /** The lower edge of the band at its lowest, after it was bought. */
  lowestLikely: point.nullable(),
  /** What takes money until the lowest day. */
  causes: z.array(cause),
  everyday: z.boolean(),
  daysOfHistory: z.int(),
  notIncluded: z.array(leftOut),
})
export type Affordable = z.infer<typeof affordOutput>

// What history shows.

export const findRecurringInput = z.strictObject({ kind: billKind.optional(), limit, cursor })
export type FindRecurring = z.infer<typeof findRecurringInput>
const period5 = z.enum(['week', 'two_weeks', 'month', 'quarter', 'year'])
export type RecurringPeriod = z.infer<typeof period5>
const priceChange = z.object({ from: z.int(), to: z.int(), on: z.string(), transactionIds: z.array(id) })
export const recurring = z.object({
  /** The first row of the series. */
  id,
  payee: z.string(),
  payeeKey: z.string(),
  kind: billKind,
  category: z.string().nullable(),
  categoryKey: z.string().nullable(),
  /** The latest amount, and the usual one. */
  amount: z.int(),
  typicalAmount: z.int(),
  currency: z.string(),
  period: period5,
  count: z.int(),
  firstOn: z.string(),
  lastOn: z.string(),
  nextOn: z.string(),
  perMonth: z.int(),
  perYear: z.int(),
  priceChange: priceChange.nullable(),
  missed: z.array(z.string()),
  subscription: z.boolean(),
  billId: id.nullable(),
  active: z.boolean(),
  status: z.enum(['active', 'stopped']),
  transactionIds: z.array(id),
})
export type Recurring = z.infer<typeof recurring>
export const findRecurringOutput = z.object({
  items: z.array(recurring),
  nextCursor: z.string().nullable(),
  /** What the active expenses cost a month. */
  perMonth: z.array(total),
})
export type FoundRecurring = z.infer<typeof findRecurringOutput>

export const findAnomaliesInput = z.strictObject({ from: date.optional(), to: date.optional(), limit, cursor })
export type FindAnomalies = z.infer<typeof findAnomaliesInput>
export const anomaly = z.object({
  /** The row that stands out. */
  id,
  kind: z.enum(['duplicate', 'unusual_amount', 'new_recurring', 'price_increase']),
  title: z.string(),
  amount: z.int(),
  /** What is usual here: the median, the price before; null when nothing to compare. */
  usual: z.int().nullable(),
  currency: z.string(),
  occurredOn: z.string(),
  against: z.enum(['payee', 'category']).nullable(),
  transactionIds: z.array(id),
})
export type Anomaly = z.infer<typeof anomaly>
export const findAnomaliesOutput = z.object({
  items: z.array(anomaly),
  nextCursor: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  today: z.string(),
})
export type FoundAnomalies = z.infer<typeof findAnomaliesOutput>

export const suggestSavingsInput = z.strictObject({ limit, cursor })
export type SuggestSavings = z.infer<typeof suggestSavingsInput>
export const saving = z.object({
  id,
  kind: z.enum(['price_rise', 'same_service', 'subscription', 'over_budget', 'duplicate', 'category_growth']),
  title: z.string(),
  /** What it would leave a month; a duplicate once. */
  amount: z.int(),
  currency: z.string(),
  once: z.boolean(),
  /** The figures it is made of: `amount` is their difference, or `now` alone. */
  now: z.int(),
  before: z.int().nullable(),
  transactionIds: z.array(id),
})
export type Saving = z.infer<typeof saving>
export const suggestSavingsOutput = z.object({
  items: z.array(saving),
  nextCursor: z.string().nullable(),
})
export type SuggestedSavings = z.infer<typeof suggestSavingsOutput>

// Goals.

export const setGoalInput = z.strictObject({
  id: id.optional().meta({ description: 'The goal to change; without it the one of this title, else a new one' }),
  title: words(200),
  target: amount,
  currency: currency.optional(),
  by: date.nullable().optional(),
  saved: z
    .number()
    .optional()
    .meta({ type: 'integer', minimum: 0, maximum: MAX_AMOUNT, description: 'What is saved already, in minor units' }),
})
export type SetGoal = z.infer<typeof setGoalInput>
export const contributeInput = z.strictObject({
  id,
  amount,
  on: date.optional(),
  withdraw: z.boolean().optional().meta({ description: 'true when money was taken out of the goal' }),
})
export type Contribute = z.infer<typeof contributeInput>
export const listGoalsInput = z.strictObject({ status: z.enum(['active', 'all']).optional(), limit, cursor })
export type ListGoals = z.infer<typeof listGoalsInput>

const contribution = z.object({ id, amount: z.int(), on: z.string(), createdAt: z.string() })
export const goal = z.object({
  id,
  title: z.string(),
  target: z.int(),
  currency: z.string(),
  by: z.string().nullable(),
  /** What was saved before anything was recorded on it. */
  base: z.int(),
  saved: z.int(),
  left: z.int(),
  /** What has to be put aside in each month until `by`, a begun month counted whole; null without a day. */
  monthly: z.int().nullable(),
  monthsLeft: z.int().nullable(),
  /** Whether what is saved keeps up with an even pace; null without a day. */
  onTrack: z.boolean().nullable(),
  /** The latest contributions, newest first; negative ones were taken out. */
  contributions: z.array(contribution),
  reachedOn: z.string().nullable(),
  status: z.enum(['active', 'reached', 'overdue', 'cancelled']),
  active: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type Goal = z.infer<typeof goal>
export const savedGoalOutput = z.object({ ...goal.shape, previous: goal.nullable() })
export type SavedGoal = z.infer<typeof savedGoalOutput>
export const contributedOutput = z.object({
  ...goal.shape,
  contribution,
  /** True for the contribution that reached the target. */
  reachedNow: z.boolean(),
  previous: goal,
})
export type Contributed = z.infer<typeof contributedOutput>
export const listGoalsOutput = z.object({ items: z.array(goal), nextCursor: z.string().nullable(), today: z.string() })
export type ListedGoals = z.infer<typeof listGoalsOutput>

/** Further events: ids, days and figures. */
export const billAdded = z.object({
  id,
  kind: billKind,
  amount: z.int(),
  currency: z.string(),
  nextDueOn: z.string().nullable(),
})
export const billPaid = z.object({ id, dueOn: z.string(), paidOn: z.string(), transactionId: id })
export const goalReached = z.object({ id, target: z.int(), currency: z.string() })
