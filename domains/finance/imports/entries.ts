// What a format found becomes rows: texts cleaned, kinds and categories decided, keys given, balances followed.
import { Temporal } from 'temporal-polyfill'
import { MAX_AMOUNT } from '../../../core/money.ts'
import { type Instant, type LocalDate, localDateOf } from '../../../core/time.ts'
import type { Lang } from '../../../core/user.ts'
import type { ImportBatch } from '../../contract.ts'
import { classifyEntry, isOwnTransfer, isRefund } from '../engine/import-entries.ts'
import { keyMaker } from './key.ts'
import { type Balance, type Found, type ImportRow, type RawEntry, rejected, type StatementRow } from './rows.ts'
import { cleanText, lastFour } from './text.ts'

const MAX_PAYEE = 200
const MAX_NOTE = 1000

const emptyStatement = () => ({
  opening: null as Balance | null,
  closing: null as Balance | null,
  moved: new Map<string, number>(),
  from: null as LocalDate | null,
  to: null as LocalDate | null,
})

/** Follows the statements that are open, one an account: what each began and ended with and what moved. */
const statementFollower = () => {
  const open = new Map<string, ReturnType<typeof emptyStatement>>()
  const of = (account: string | null): ReturnType<typeof emptyStatement> => {
    const key = account ?? ''
    const known = open.get(key) ?? emptyStatement()
    open.set(key, known)
    return known
  }
  return {
    opening: (balance: Balance): void => {
      of(balance.account).opening ??= balance
    },
    closing: (balance: Balance): void => {
      of(balance.account).closing = balance
    },
    moved: ({ account, currency, amount, date }: RawEntry): void => {
      const statement = of(account)
      statement.moved.set(currency, (statement.moved.get(currency) ?? 0) + amount)
      if (statement.from === null || date < statement.from) statement.from = date
      if (statement.to === null || date > statement.to) statement.to = date
    },
    end: (): StatementRow[] => {
      const rows = [...open.values()].flatMap(({ opening, closing, moved, from, to }): StatementRow[] => {
        const known = opening ?? closing
        if (!known) return []
        return [
          {
            type: 'statement',
            account: lastFour(known.account),
            currency: known.currency,
            opening: opening?.amount ?? null,
            closing: closing?.amount ?? null,
            moved: moved.get(known.currency) ?? 0,
            from: opening?.date ?? from,
            to: closing?.date ?? to,
          },
        ]
      })
      open.clear()
      return rows
    },
  }
}

/** Takes findings one by one into a batch. */
export const entryReader = ({ lang, now, timeZone }: { lang: Lang; now: Instant; timeZone: string }) => {
  const statement = statementFollower()
  const keyOf = keyMaker()
  const classify = classifyEntry(lang)
  const latest = Temporal.PlainDate.from(localDateOf(now, timeZone)).add({ years: 1 }).toString()
  const entryRow = (raw: RawEntry): ImportRow => {
    const payee = cleanText(raw.payee, MAX_PAYEE)
    const note = cleanText(raw.note, MAX_NOTE)
    const incoming = raw.amount > 0
    const own = raw.own || isOwnTransfer(payee, note)
    const kind = own ? 'transfer' : incoming ? 'income' : 'expense'
    return {
      type: 'entry',
      kind,
      incoming,
      refund: kind === 'income' && (raw.reversal || isRefund(payee, note)),
      amount: Math.abs(raw.amount),
      currency: raw.currency,
      paid: raw.paid,
      occurredOn: raw.date,
      ...classify(kind, { payee, note: note === payee ? null : note, named: cleanText(raw.category, MAX_PAYEE) }),
      account: lastFour(raw.account),
      key: keyOf(raw, { payee, note }),
    }
  }
  const takeEntry = (raw: RawEntry, batch: ImportBatch<ImportRow>): void => {
    if (raw.date > latest) take(rejected(raw.line, 'bad_date', { text: raw.date }), batch)
    else if (raw.amount === 0) batch.rows.push({ type: 'skipped', pending: false })
    else if (Math.abs(raw.amount) > MAX_AMOUNT) take(rejected(raw.line, 'bad_amount', { text: '' }), batch)
    else {
      statement.moved(raw)
      batch.rows.push(entryRow(raw))
    }
  }
  const take = (found: Found, batch: ImportBatch<ImportRow>): void => {
    if (found.type === 'entry') takeEntry(found.entry, batch)
    else if (found.type === 'rejected') batch.rejected.push({ line: found.line, reason: found.reason })
    else if (found.type === 'balance') statement[found.at](found.balance)
    else if (found.type === 'end') batch.rows.push(...statement.end())
    else batch.rows.push(found)
  }
  return take
}
