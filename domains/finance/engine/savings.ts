/**
 * Where money could be left over, from rows only: prices that rose, services of one kind, subscriptions, limits gone
 * over, payments made twice, categories that grew. Each names its rows and the figures it is the difference of. Nothing
 * about credit or investments, and nothing is called unused: only the person knows that.
 */
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../core/time.ts'
import type { Lang } from '../../../core/user.ts'
import services from '../knowledge/services.json' with { type: 'json' }
import type { HistoryRow } from '../repository/history.ts'
import type { Anomaly, BudgetState, Recurring, Saving } from '../schema.ts'
import { canonicalLabel, EVERYTHING, readPayee } from './categories.ts'
import { isRecent, median } from './recurring.ts'
import { keyOf } from './words.ts'

/** By the name as said and by the one a payee is kept under: «Иви» is kept as ivi. */
const kindOfService = new Map(
  services.services.flatMap(({ key, names }) =>
    names.flatMap((name) => [keyOf(name), readPayee(name).key].map((known) => [known, key] as const)),
  ),
)
const serviceOf = ({ payeeKey }: Recurring): string | undefined =>
  kindOfService.get(payeeKey) ??
  [...kindOfService].find(([name]) => payeeKey === name || payeeKey.startsWith(`${name} `))?.[1]

const monthlyRise = ({ perYear, amount, priceChange }: Recurring): number =>
  priceChange ? Math.round(((priceChange.to - priceChange.from) * (perYear / amount)) / 12) : 0

const rises = (series: readonly Recurring[], today: LocalDate): Saving[] =>
  series.flatMap((one): Saving[] => {
    if (!one.priceChange || !isRecent(one.priceChange.on, today)) return []
    return [
      {
        id: one.id,
        kind: 'price_rise',
        title: one.payee,
        amount: monthlyRise(one),
        currency: one.currency,
        once: false,
        now: one.priceChange.to,
        before: one.priceChange.from,
        transactionIds: one.priceChange.transactionIds,
      },
    ]
  })

const latestRow = (one: Recurring): string[] => one.transactionIds.slice(-1)

/** Of services of one kind the cheapest could go; the dearer one is kept, so the figure is the smallest possible. */
const sameServices = (series: readonly Recurring[]): Saving[] =>
  [...Map.groupBy(series, (one) => `${serviceOf(one) ?? one.id} ${one.currency}`).values()].flatMap(
    (group): Saving[] => {
      const cheapest = [...group].sort((a, b) => a.perMonth - b.perMonth)[0]
      if (group.length < 2 || !cheapest) return []
      return [
        {
          id: cheapest.id,
          kind: 'same_service',
          title: group.map(({ payee }) => payee).join(', '),
          amount: cheapest.perMonth,
          currency: cheapest.currency,
          once: false,
          now: group.reduce((sum, { perMonth }) => sum + perMonth, 0),
          before: null,
          transactionIds: group.flatMap(latestRow),
        },
      ]
    },
  )

const subscriptions = (series: readonly Recurring[]): Saving[] =>
  series.map((one) => ({
    id: one.id,
    kind: 'subscription',
    title: one.payee,
    amount: one.perMonth,
    currency: one.currency,
    once: false,
    now: one.perYear,
    before: null,
    transactionIds: latestRow(one),
  }))

const exceeded = (budgets: readonly BudgetState[]): Saving[] =>
  budgets
    .filter(({ status, categoryKey }) => status === 'over' && categoryKey !== EVERYTHING)
    .map((budget) => ({
      id: budget.id,
      kind: 'over_budget',
      title: budget.category,
      amount: -budget.left,
      currency: budget.currency,
      once: true,
      now: budget.spent,
      before: budget.limit,
      transactionIds: budget.transactionIds,
    }))

const twice = (duplicates: readonly Anomaly[]): Saving[] =>
  duplicates.map((one) => ({
    id: one.id,
    kind: 'duplicate',
    title: one.title,
    amount: one.amount * (one.transactionIds.length - 1),
    currency: one.currency,
    once: true,
    now: one.amount * one.transactionIds.length,
    before: one.amount,
    transactionIds: one.transactionIds,
  }))

/** What can be bought less of; rent, medicine and debts are not. */
const FLEXIBLE = new Set([
  'cafe',
  'alcohol',
  'taxi',
  'clothing',
  'entertainment',
  'games',
  'gifts',
  'beauty',
  'electronics',
  'marketplace',
  'tobacco',
  'hobby',
])
const LEAST_GROWTH = 1.25

/** Categories whose last whole month cost a quarter more than the middle of the three months before it. */
const growth = (rows: readonly HistoryRow[], today: LocalDate, lang: Lang): Saving[] => {
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  const months = [1, 2, 3, 4].map((back) => first.subtract({ months: back }).toString().slice(0, 7))
  const spent = rows.filter(({ kind, categoryKey }) => kind === 'expense' && FLEXIBLE.has(categoryKey ?? ''))
  return [...Map.groupBy(spent, (row) => `${row.categoryKey} ${row.currency}`).values()].flatMap((group): Saving[] => {
    const byMonth = Map.groupBy(group, ({ occurredOn }) => occurredOn.slice(0, 7))
    const sums = months.map((month) => (byMonth.get(month) ?? []).reduce((sum, { amount }) => sum + amount, 0))
    const [now = 0, ...earlier] = sums
    const before = median(earlier)
    const last = (byMonth.get(months[0] ?? '') ?? []).toSorted((a, b) => b.amount - a.amount)
    const row = last[0]
    if (!row || earlier.some((sum) => sum === 0) || now < before * LEAST_GROWTH) return []
    return [
      {
        id: row.id,
        kind: 'category_growth',
        title: canonicalLabel(row.categoryKey ?? '', lang) ?? row.category ?? '',
        amount: now - before,
        currency: row.currency,
        once: false,
        now,
        before,
        transactionIds: last.map(({ id }) => id),
      },
    ]
  })
}

interface SavingFacts {
  today: LocalDate
  lang: Lang
  series: readonly Recurring[]
  rows: readonly HistoryRow[]
  budgets: readonly BudgetState[]
  duplicates: readonly Anomaly[]
}

/** All of it: what is most likely a mistake or news first, subscriptions last, the larger figure first. */
export const findSavings = (facts: SavingFacts): Saving[] => {
  const paid = facts.series.filter(({ active, kind }) => active && kind === 'expense')
  const subscribed = paid.filter(({ subscription }) => subscription)
  const same = sameServices(subscribed)
  const byAmount = (rows: Saving[]): Saving[] => rows.sort((a, b) => b.amount - a.amount || a.id.localeCompare(b.id))
  return [
    ...byAmount(twice(facts.duplicates)),
    ...byAmount(rises(paid, facts.today)),
    ...byAmount(same),
    ...byAmount(exceeded(facts.budgets)),
    ...byAmount(growth(facts.rows, facts.today, facts.lang)),
    ...byAmount(subscriptions(subscribed)),
  ]
}
