/**
 * What stands out among entries, each with its rows: the same purchase twice, an amount far above what is usual for its
 * payee or category, a payment that began to repeat, a price that rose. "Far above" is the modified z-score over 3.5 by
 * median and median absolute deviation (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993), and at least half
 * as much again as the median, so that steady prices do not make every kopeck an outlier.
 */
import type { LocalDate } from '../../../core/time.ts'
import type { HistoryRow } from '../repository/history.ts'
import type { Anomaly, Recurring } from '../schema.ts'
import { median } from './recurring.ts'

const FAR = 3.5
/** Scales the median absolute deviation to a standard deviation of normal data. */
const MAD_SCALE = 0.6745
const LEAST_FACTOR = 1.5
const LEAST_OF_PAYEE = 5
const LEAST_OF_CATEGORY = 10

interface Period {
  from: LocalDate
  to: LocalDate
}
const within = (period: Period, day: LocalDate): boolean => day >= period.from && day <= period.to
const titleOf = (row: HistoryRow): string => row.payee ?? row.category ?? row.note ?? ''

/** Rows of one day, payee and amount; without a payee the same note or category. */
export const findDuplicates = (rows: readonly HistoryRow[], period: Period): Anomaly[] => {
  const groups = Map.groupBy(
    rows.filter(({ occurredOn }) => within(period, occurredOn)),
    (row) =>
      [
        row.kind,
        row.occurredOn,
        row.amount,
        row.currency,
        row.payeeKey ?? `${row.note ?? ''}|${row.categoryKey ?? ''}`,
      ].join(' '),
  )
  return [...groups.values()].flatMap((same): Anomaly[] => {
    const last = same.at(-1)
    if (!last || same.length < 2 || titleOf(last) === '') return []
    return [
      {
        id: last.id,
        kind: 'duplicate',
        title: titleOf(last),
        amount: last.amount,
        usual: null,
        currency: last.currency,
        occurredOn: last.occurredOn,
        against: null,
        transactionIds: same.map(({ id }) => id),
      },
    ]
  })
}

interface Usual {
  median: number
  deviation: number
  /** Rows nearest to the median, to be named. */
  rows: HistoryRow[]
}
const usualOf = (rows: readonly HistoryRow[], least: number): Usual | null => {
  if (rows.length < least) return null
  const middle = median(rows.map(({ amount }) => amount))
  const deviation = median(rows.map(({ amount }) => Math.abs(amount - middle)))
  return { median: middle, deviation, rows: rows.filter(({ amount }) => amount === middle).slice(-3) }
}
const isFar = (amount: number, usual: Usual): boolean => {
  if (amount < usual.median * LEAST_FACTOR) return false
  return usual.deviation === 0 || (MAD_SCALE * (amount - usual.median)) / usual.deviation > FAR
}

/** Expenses far above the other rows of their payee, or of their category when the payee has too few. */
const findUnusual = (rows: readonly HistoryRow[], period: Period): Anomaly[] => {
  const spent = rows.filter(({ kind }) => kind === 'expense')
  const cache = new Map<string, Usual | null>()
  const groupsOf = (key: 'payeeKey' | 'categoryKey') =>
    Map.groupBy(
      spent.filter((row) => row[key] !== null),
      (row) => `${row.currency} ${row[key]}`,
    )
  const groups = { payee: groupsOf('payeeKey'), category: groupsOf('categoryKey') }
  const usual = (row: HistoryRow, against: 'payee' | 'category'): Usual | null => {
    const key = `${row.currency} ${against === 'payee' ? row.payeeKey : row.categoryKey}`
    const name = `${against} ${key}`
    if (!cache.has(name)) {
      const least = against === 'payee' ? LEAST_OF_PAYEE : LEAST_OF_CATEGORY
      cache.set(name, usualOf(groups[against].get(key) ?? [], least))
    }
    return cache.get(name) ?? null
  }
  return spent
    .filter(({ occurredOn }) => within(period, occurredOn))
    .flatMap((row): Anomaly[] => {
      const against = usual(row, 'payee') ? 'payee' : 'category'
      const compared = usual(row, against)
      if (!compared || !isFar(row.amount, compared)) return []
      return [
        {
          id: row.id,
          kind: 'unusual_amount',
          title: (against === 'payee' ? row.payee : row.category) ?? titleOf(row),
          amount: row.amount,
          usual: compared.median,
          currency: row.currency,
          occurredOn: row.occurredOn,
          against,
          transactionIds: [row.id, ...compared.rows.filter(({ id }) => id !== row.id).map(({ id }) => id)],
        },
      ]
    })
}

/** Payments that became recurring in the period: their third row lies in it. */
const findNew = (series: readonly Recurring[], days: ReadonlyMap<string, LocalDate>, period: Period): Anomaly[] =>
  series.flatMap((one): Anomaly[] => {
    const third = one.transactionIds[2]
    const on = third === undefined ? undefined : days.get(third)
    if (one.kind !== 'expense' || !one.active || third === undefined || !on || !within(period, on)) return []
    return [
      {
        id: third,
        kind: 'new_recurring',
        title: one.payee,
        amount: one.amount,
        usual: null,
        currency: one.currency,
        occurredOn: on,
        against: null,
        transactionIds: one.transactionIds,
      },
    ]
  })

const findRises = (series: readonly Recurring[], period: Period): Anomaly[] =>
  series.flatMap(({ kind, payee, currency, priceChange }): Anomaly[] => {
    const id = priceChange?.transactionIds[1]
    if (kind !== 'expense' || !priceChange || id === undefined || !within(period, priceChange.on)) return []
    return [
      {
        id,
        kind: 'price_increase',
        title: payee,
        amount: priceChange.to,
        usual: priceChange.from,
        currency,
        occurredOn: priceChange.on,
        against: null,
        transactionIds: priceChange.transactionIds,
      },
    ]
  })

/** All of it, newest first; a row that a series explains is not called unusual as well. */
export const findAnomalies = (rows: readonly HistoryRow[], series: readonly Recurring[], period: Period): Anomaly[] => {
  const days = new Map(rows.map(({ id, occurredOn }) => [id, occurredOn]))
  const rises = findRises(series, period)
  const explained = new Set(rises.map(({ id }) => id))
  return [
    ...findDuplicates(rows, period),
    ...rises,
    ...findUnusual(rows, period).filter(({ id }) => !explained.has(id)),
    ...findNew(series, days, period),
  ].sort((a, b) => b.occurredOn.localeCompare(a.occurredOn) || b.amount - a.amount || a.id.localeCompare(b.id))
}
