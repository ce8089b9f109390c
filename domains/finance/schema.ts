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
export const updateTransactionOutput = z.object({
  ...transaction.shape,
  previous: transaction,
  changed: z.array(z.string()),
})
export type UpdatedTransaction = z.infer<typeof updateTransactionOutput>
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
