// How rows of finance are told to a person: messages only, no words.
import type { Message, MessageParam } from '../../../core/messages.ts'
import type {
  Account,
  BudgetNotice,
  BudgetState,
  Group,
  Summary,
  Total,
  Transaction,
  UpdatedTransaction,
} from '../schema.ts'
import { EVERYTHING, UNCATEGORISED } from './categories.ts'
import { namePeriod, type Period } from './periods.ts'
import { comparable } from './words.ts'

const text = (words: string): Message => ({ key: 'finance.text', params: { text: words } })
export const money = (amount: number, currency: string): MessageParam => ({ money: amount, currency })

/** One sentence of several, with commas. */
const withCommas = (parts: readonly Message[]): Message =>
  parts.reduceRight((tail, head) => ({ key: 'finance.comma', params: { head, tail } }))

/** The first `most` of a list as lines, and how many are not shown. */
const asLines = (rows: readonly Message[], most: number): MessageParam => {
  const rest = rows.length - most
  return { list: rest > 0 ? [...rows.slice(0, most), { key: 'finance.and_more', params: { count: rest } }] : rows }
}

type Told = Pick<Transaction, 'kind' | 'amount' | 'currency' | 'category' | 'payee' | 'note'> & { refund?: boolean }

/** What the entry was for: payee and category, each word once; without both the note, else its kind. */
const purposeOf = ({ kind, category, payee, note }: Told): Message[] => {
  const names = [payee, category].filter((name) => name !== null)
  const first = names[0]
  const told = names.length === 2 && first && comparable(first) === comparable(names[1] ?? '') ? [first] : names
  if (told.length > 0) return told.map(text)
  return [note === null ? { key: `finance.kind.${kind}` } : text(note)]
}

const amountOf = ({ kind, amount, currency }: Told): Message => ({
  key: `finance.amount.${kind}`,
  params: { amount: money(amount, currency) },
})

/** `450 ₽, такси`; income has a plus, a transfer says what it is. */
export const tellEntry = (row: Told): Message => {
  const purpose = purposeOf(row)
  const kind: Message = { key: row.refund ? 'finance.kind.refund' : 'finance.kind.transfer' }
  const moved = row.refund || (row.kind === 'transfer' && purpose[0]?.key !== kind.key)
  return withCommas([amountOf(row), ...(moved ? [kind] : []), ...purpose])
}

export const tellDated = (row: Told & { occurredOn: string }): Message =>
  withCommas([tellEntry(row), { key: 'finance.on', params: { date: { date: row.occurredOn } } }])

/** How much of a limit is left, or by how much it is exceeded. */
const tellNotice = (notice: BudgetNotice): Message => ({
  key: notice.status === 'over' ? 'finance.notice_over' : 'finance.notice_left',
  params: {
    limit: money(notice.limit, notice.currency),
    amount: money(Math.abs(notice.left), notice.currency),
    category: tellCategory(notice),
    period: notice.period,
  },
})

const tellCategory = ({ category, categoryKey }: { category: string; categoryKey: string }): Message =>
  categoryKey === EVERYTHING ? { key: 'finance.everything' } : text(category)

/** `450 ₽, такси. Записано.` with the day when one was named and the limit when it is nearly used up. */
export const tellAdded = (
  row: Told & { occurredOn: string; budget: BudgetNotice | null },
  dayNamed: boolean,
): Message => {
  const entry = dayNamed ? tellDated(row) : tellEntry(row)
  if (!row.budget) return { key: 'finance.added', params: { entry } }
  return { key: 'finance.added_with_limit', params: { entry, limit: tellNotice(row.budget) } }
}

const instead = (now: Message | MessageParam, before: Message | MessageParam): Message => ({
  key: 'finance.instead',
  params: { now, before },
})
const named = (words: string | null, none: string): Message => (words === null ? { key: none } : text(words))
/** The new words beside the old ones; alone when there were none. */
const renamed = (now: string | null, before: string | null, none: string): Message =>
  before === null ? named(now, none) : instead(named(now, none), before)

/** What was corrected, and what was learnt or could be learnt from it. */
export const tellUpdated = (row: UpdatedTransaction): Message => {
  const said = tellCorrected(row)
  if (row.rule) {
    const { match, category, changed } = row.rule
    return {
      key: 'finance.learnt',
      params: { said, rule: { key: 'finance.rule_set', params: { match, category, count: changed } } },
    }
  }
  return row.offer ? { key: 'finance.offer', params: { said, ...row.offer } } : said
}

/** `1 300 ₽ вместо 1 200 ₽, Пятёрочка.`: what changed beside what it was, the rest as it is. */
const tellCorrected = (row: UpdatedTransaction): Message => {
  const { previous, changed } = row
  if (changed.length === 0) return { key: 'finance.unchanged', params: { entry: tellDated(row) } }
  const has = (...names: string[]) => names.some((name) => changed.includes(name))
  const amount = amountOf(row)
  const parts: Message[] = [
    has('amount', 'currency') ? instead(amount, money(previous.amount, previous.currency)) : amount,
  ]
  if (has('kind')) parts.push(instead({ key: `finance.kind.${row.kind}` }, { key: `finance.kind.${previous.kind}` }))
  if (has('payee')) parts.push(renamed(row.payee, previous.payee, 'finance.no_payee'))
  if (has('category')) parts.push(renamed(row.category, previous.category, 'finance.no_category'))
  if (!has('payee', 'category', 'kind')) parts.push(...purposeOf(row))
  if (has('note')) parts.push({ key: 'finance.note', params: { note: named(row.note, 'finance.nothing') } })
  if (has('occurredOn'))
    parts.push(
      instead({ key: 'finance.on', params: { date: { date: row.occurredOn } } }, { date: previous.occurredOn }),
    )
  if (has('accountId')) parts.push({ key: 'finance.account_changed' })
  return { key: 'finance.updated', params: { entry: withCommas(parts) } }
}

export const tellList = (
  rows: readonly Transaction[],
  more: boolean,
  period: { from: string | null; to: string | null; today: string },
): Message => {
  const named = period.from && period.to ? namePeriod({ from: period.from, to: period.to }, period.today) : null
  const params = named ? { during: named.during, when: named.when } : { during: text(''), when: text('') }
  if (rows.length === 0) return { key: named ? 'finance.no_entries_when' : 'finance.no_entries', params }
  return {
    key: named ? 'finance.entries_when' : 'finance.entries',
    params: { ...params, count: rows.length, more: more ? 'yes' : 'no', rows: asLines(rows.map(tellDated), 20) },
  }
}

const groupName = ({ key, label }: Group, by: Summary['groupBy']): Message => {
  if (by === 'day') return { key: 'finance.on', params: { date: { date: key } } }
  return key === UNCATEGORISED ? { key: `finance.no_${by}` } : text(label)
}
const sum = ({ total, currency }: Total): Message => ({
  key: 'finance.money',
  params: { amount: money(total, currency) },
})

const MOST_GROUPS = 6

/** `1 750 ₽ за сегодня: продукты 1 300 ₽, такси 450 ₽.` */
export const tellSummary = (summary: Summary): Message => {
  const { during, when } = namePeriod(summary, summary.today)
  const { kind, filter, groups, groupBy } = summary
  if (summary.count === 0)
    return filter === null
      ? { key: `finance.none.${kind}`, params: { during, when } }
      : { key: `finance.none_of.${kind}`, params: { during, when, filter } }
  const total: MessageParam = { list: summary.totals.map(sum), join: 'and' }
  const [only] = groups
  if (filter !== null && (groups.length === 1 || groupBy === 'category'))
    return { key: `finance.sum_of.${kind}`, params: { total, during, filter, count: summary.count } }
  if (groups.length === 1 && only && groupBy !== 'day')
    return { key: `finance.sum_one.${kind}`, params: { total, during, group: groupName(only, groupBy) } }
  const shown = groups
    .slice(0, MOST_GROUPS)
    .map((group): Message => ({ key: 'finance.group', params: { name: groupName(group, groupBy), total: sum(group) } }))
  const rest = groups.length - shown.length
  const parts = withCommas(rest > 0 ? [...shown, { key: 'finance.and_more', params: { count: rest } }] : shown)
  return { key: `finance.sum.${kind}`, params: { total, during, groups: parts } }
}

const tellBudget = (budget: BudgetNotice): Message => ({
  key: budget.status === 'over' ? 'finance.budget_over' : 'finance.budget_left',
  params: {
    left: money(Math.abs(budget.left), budget.currency),
    spent: money(budget.spent, budget.currency),
    limit: money(budget.limit, budget.currency),
    category: tellCategory(budget),
    period: budget.period,
    toDay: String(Number(budget.to.slice(8))),
    toMonth: String(Number(budget.to.slice(5, 7))),
  },
})

export const tellBudgets = (budgets: readonly BudgetState[], category: string | null): Message => {
  const [first, ...more] = budgets
  if (!first)
    return category === null ? { key: 'finance.no_budgets' } : { key: 'finance.no_budget_for', params: { category } }
  return more.length === 0
    ? tellBudget(first)
    : { key: 'finance.lines', params: { rows: asLines(budgets.map(tellBudget), 20) } }
}

/** `5 000 ₽ в месяц: кафе. Осталось 3 200 ₽.` */
export const tellLimit = (budget: BudgetState & { previous: { limit: number; currency: string } | null }): Message => {
  const { previous } = budget
  const same = previous && previous.limit === budget.limit && previous.currency === budget.currency
  return {
    key: previous && !same ? 'finance.limit_replaced' : 'finance.limit_set',
    params: {
      limit: money(budget.limit, budget.currency),
      before: previous ? money(previous.limit, previous.currency) : null,
      period: budget.period,
      category: tellCategory(budget),
      rest: {
        key: budget.left < 0 ? 'finance.rest_over' : 'finance.rest_left',
        params: { amount: money(Math.abs(budget.left), budget.currency) },
      },
    },
  }
}

/** The nudge about limits that were gone over. */
export const tellExceeded = (notices: readonly BudgetNotice[]): Message => {
  const [only, ...more] = notices
  return only && more.length === 0
    ? tellNotice(only)
    : { key: 'finance.lines', params: { rows: { list: notices.map(tellNotice) } } }
}

const tellAccount = (row: Pick<Account, 'name' | 'currentBalance' | 'currency'>): Message => ({
  key: 'finance.account',
  params: { name: row.name, balance: money(row.currentBalance, row.currency) },
})

export const tellSavedAccount = (row: Account & { previous: { balance: number } | null }): Message => ({
  key: row.previous ? 'finance.account_restated' : 'finance.account_added',
  params: {
    name: row.name,
    balance: money(row.balance, row.currency),
    before: row.previous ? money(row.previous.balance, row.currency) : null,
    date: { date: row.asOf },
  },
})

export const tellAccounts = (rows: readonly Account[], totals: readonly Total[]): Message => {
  const [only, ...more] = rows
  if (!only) return { key: 'finance.no_accounts' }
  if (more.length === 0) return { key: 'finance.sentence', params: { text: tellAccount(only) } }
  return {
    key: 'finance.accounts',
    params: { total: { list: totals.map(sum), join: 'and' }, rows: asLines(rows.map(tellAccount), 20) },
  }
}

export const tellSplit = (whole: Transaction, parts: readonly Transaction[]): Message => ({
  key: 'finance.split',
  params: {
    total: money(whole.amount, whole.currency),
    parts: withCommas(
      parts.map((part) => ({
        key: 'finance.group',
        params: {
          name: named(part.category, 'finance.no_category'),
          total: sum({ total: part.amount, currency: part.currency }),
        },
      })),
    ),
  },
})

export const duringPeriod = (period: Period, today: string): Message => namePeriod(period, today).during
