// QIF: records of lines that begin with a letter, ended by ^.
// Intuit, "Quicken Interchange Format (QIF) files", format specification (1997): D date, T amount, P payee, M memo, L category or
// [account] of a transfer. Dates have no fixed order and may write the year after an apostrophe: 1/ 5'26.
import type { ImportFile, ImportOptions } from '../../contract.ts'
import { findOrder, type OrderFound, unsureOrder } from './order.ts'
import { type Found, type Parser, rejected } from './rows.ts'
import { eachLine } from './text.ts'
import { readDay, readMoney } from './values.ts'

const TYPES = /^!type:\s*(?:bank|ccard|cash|oth [al])/iu

export const recogniseQif = (head: string): string | null =>
  /^\s*!(?:type:|account|option:|clear:)/iu.test(head) && /^!type:\s*(?:bank|ccard|cash|oth [al])/imu.test(head)
    ? 'qif'
    : null

const dateOf = (text: string): string => text.replace(/\s+/gu, '')

export const prepareQif = (file: ImportFile, options: ImportOptions): Promise<OrderFound> =>
  findOrder(
    (look) =>
      eachLine(file, (text) => {
        if (/^D\s*\d/u.test(text)) look(dateOf(text.slice(1)))
      }),
    options,
  )

interface Draft {
  line: number
  fields: Map<string, string>
}

const readRecord = (
  { line, fields }: Draft,
  account: string | null,
  { order }: OrderFound,
  currency: string,
): Found => {
  const date = readDay(dateOf(fields.get('D') ?? ''), order)
  if (date === null) return rejected(line, 'bad_date', { text: (fields.get('D') ?? '').slice(0, 40) })
  const sum = fields.get('T') ?? fields.get('U') ?? ''
  const amount = readMoney(sum, currency)
  if (amount === null) return rejected(line, 'bad_amount', { text: sum.slice(0, 40) })
  const payee = fields.get('P') ?? null
  const label = fields.get('L') ?? ''
  const other = /^\[(.+)\]/u.exec(label)?.[1]
  // The first record of an account states what was on it before.
  if (payee && /^opening balance$/iu.test(payee.trim()))
    return { type: 'balance', at: 'opening', balance: { account, amount, currency, date } }
  return {
    type: 'entry',
    entry: {
      line,
      account,
      id: null,
      date,
      amount,
      currency,
      paid: null,
      payee,
      note: fields.get('M') ?? null,
      category: other || label === '' ? null : label.replaceAll(':', ' '),
      own: other !== undefined,
      reversal: false,
    },
  }
}

export const qifParser = (facts: OrderFound, { currency }: ImportOptions): Parser => {
  let section: 'entries' | 'account' | 'other' = 'other'
  let account: string | null = null
  let draft: Draft | null = null
  let last = 0
  let told = !facts.unsure
  const finish = (out: Found[]): void => {
    if (!draft) return
    if (section === 'account') account = draft.fields.get('N') ?? null
    else if (section === 'entries') out.push(readRecord(draft, account, facts, currency))
    draft = null
  }
  return {
    by: 'line',
    push: (text, line, out) => {
      last = line
      if (!told) {
        out.push(unsureOrder(facts.order))
        told = true
      }
      if (text.startsWith('!')) {
        section = TYPES.test(text) ? 'entries' : /^!account/iu.test(text) ? 'account' : 'other'
        return
      }
      if (text.startsWith('^')) return finish(out)
      const value = text.slice(1).trim()
      if (text.trim() === '') return
      draft ??= { line, fields: new Map() }
      const letter = text.slice(0, 1)
      if (!draft.fields.has(letter)) draft.fields.set(letter, value)
    },
    end: (out) => {
      // Without its ^ a record may have lost its end.
      if (draft && section === 'entries') out.push(rejected(last, 'cut_off'))
      draft = null
    },
  }
}
