// Money: what came in, what went out, what is left of a limit and where the rest is.
import { addDays, dayBounds, localDateOf } from '../../core/time.ts'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { duesIn } from './engine/bills.ts'
import { bankImporter } from './imports/importer.ts'
import { type BillRow, billsDue, listPayments, type PaymentRow } from './repository/bills.ts'
import { rules } from './rules.ts'
import { billAdded, billPaid, goalReached, transactionAdded } from './schema.ts'
import { findRow } from './tools/find.ts'
import { tools } from './tools.ts'

/** Paying takes little, and always something. */
const PAYING_MINUTES = 10
/** How far back a bill that was never paid is still today's matter; of a series `duesIn` knows. */
const LATE_DAYS = { single: 366, series: 60 }

/** Bills that have to be paid on a day, as things to be done on it; today holds what is late. */
const day: NonNullable<Domain['day']> = async (ctx, date) => {
  const { timeZone } = ctx.user
  const today = localDateOf(ctx.now, timeZone)
  const since = (days: number): string => (date === today ? addDays(today, -days) : date)
  const duesOf = (bills: readonly BillRow[], payments: readonly PaymentRow[]) => {
    const [series = [], single = []] = [true, false].map((repeats) =>
      bills.filter(({ rrule }) => (rrule !== null) === repeats),
    )
    return [
      ...duesIn(single, payments, { from: since(LATE_DAYS.single), to: date, today }),
      ...duesIn(series, payments, { from: since(LATE_DAYS.series), to: date, today }),
    ]
  }
  const bills = await billsDue(ctx.tx, ctx.user.id, since(LATE_DAYS.single), date)
  const ids = new Set(duesOf(bills, []).map(({ billId }) => billId))
  if (ids.size === 0) return []
  const payments = await listPayments(ctx.tx, ctx.user.id, [...ids])
  return duesOf(
    bills.filter(({ id }) => ids.has(id)),
    payments,
  )
    .filter(({ kind, status }) => kind === 'expense' && status !== 'paid')
    .map(
      ({ billId, title, amount, currency, dueOn }): DayPart => ({
        kind: 'task',
        type: 'bill',
        title,
        ref: { domain: 'finance', id: billId },
        durationMinutes: PAYING_MINUTES,
        dueAt: dayBounds(dueOn, timeZone).end,
        cost: { amount, currency },
      }),
    )
}

export const finance: Domain = {
  id: 'finance',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: {
    'finance.transaction_added': transactionAdded,
    'finance.bill_added': billAdded,
    'finance.bill_paid': billPaid,
    'finance.goal_reached': goalReached,
  },
  rules,
  day,
  find: findRow,
  imports: { bank: bankImporter },
  claims: {
    // A verb of doing and a thing of money in one sentence, in either order.
    done: [
      /(?<!\p{L})(?:записа[лн]|добавил|добавлен|вн[её]с|учт[её]н|уч[её]л|удалил|удал[её]н|исправил|исправлен|изменил|измен[её]н|разделил|раздел[её]н|установил|установлен|поставил|задал|создал)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:трат|расход|доход|покупк|зарплат|перевод|транзакци|лимит|бюджет|сч[её]т|категори|руб)/iu,
      /(?:(?<!\p{L})(?:трат|расход|доход|покупк|перевод|транзакци|лимит|бюджет|сч[её]т)\p{L}*|₽|руб\p{L}*)[^.!?\n]{0,60}(?<!\p{L})(?:записа[лн]|добавил|добавлен|вн[её]с|учт[её]н|удалил|удал[её]н|исправлен|исправил|измен[её]н|раздел[её]н|установлен|поставлен|создан)/iu,
      /(?<!\p{L})(?:recorded|logged|added|saved|entered|deleted|removed|updated|changed|corrected|split|set)(?!\p{L})[^.!?\n]{0,60}(?:(?<!\p{L})(?:expense|income|transaction|purchase|spending|transfer|budget|limit|account|category|entry|dollars?|bucks)|[$€£])/iu,
      /(?:(?<!\p{L})(?:expense|income|transaction|purchase|spending|transfer|budget|limit|account|entry)\p{L}*|[$€£]\s?\d)[^.!?\n]{0,60}(?<!\p{L})(?:recorded|logged|added|saved|deleted|removed|updated|changed|corrected|split|(?:is|was|been) set)(?!\p{L})/iu,
      // Bills and goals.
      /(?<!\p{L})(?:записа[лн]|добавил|добавлен|вн[её]с|отметил|отмечен|оплатил|перен[её]с|отменил|отмен[её]н|убрал|изменил|поставил|создал|отложил|отложен)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:плат[её]ж|оплат|квартплат|аренд|подписк|цел[ьиея]|накоплен|копилк)/iu,
      /(?<!\p{L})(?:плат[её]ж|оплат|квартплат|аренд|подписк|цел[ьия]|накоплен)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:записан|добавлен|отмечен|оплачен|перенес[её]н|отмен[её]н|убран|измен[её]н|поставлен|создан|пополнен)/iu,
      /(?<!\p{L})(?:recorded|logged|added|saved|set|changed|updated|moved|cancell?ed|marked|paid|contributed|put aside)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:bills?|rent|subscription|payments?|goals?|savings?)(?!\p{L})/iu,
      /(?<!\p{L})(?:bills?|rent|subscription|payments?|goals?)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:recorded|added|saved|changed|updated|moved|cancell?ed|marked|paid|(?:is|was|been) set)(?!\p{L})/iu,
    ],
  },
}
