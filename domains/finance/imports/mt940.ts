// MT940: customer statements of SWIFT, one or more in a file.
// SWIFT, "Standards Category 9 – Cash Management and Customer Status", message reference guide, MT940: field 61 (RD is the
// reversal of a debit and so comes in), 60a/62a (F first and last, M between), 86 (free or structured by ?nn or /CODE/).
import type { ImportOptions } from '../../contract.ts'
import { type Balance, type Found, type Parser, type RawEntry, rejected } from './rows.ts'
import { readCode, readDay, readMoney } from './values.ts'

export const recogniseMt940 = (head: string): string | null =>
  /^:20:/mu.test(head) && /^:25P?:/mu.test(head) && /^:6[012][FM]?:/mu.test(head) ? 'mt940' : null

const MAX_FIELD = 8 * 1024
const FIELD = /^:(\d{2}[A-Z]?):(.*)$/u
const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,.]+)/u
const LINE = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d[\d,.]*)([NSF][A-Z0-9]{3})?([^\n]*)/u

const readBalance = (text: string, account: string | null): Balance | null => {
  const [, mark, day = '', code = '', sum = ''] = BALANCE.exec(text) ?? []
  const currency = readCode(code)
  const amount = currency && readMoney(sum, currency, ',')
  if (!currency || amount === null || amount === '') return null
  return { account, amount: mark === 'D' ? -amount || 0 : amount, currency, date: readDay(`20${day}`) }
}

/** The booking day, which field 61 gives without its year: the year nearest to the value day. */
const bookingDay = (value: string, monthDay: string | undefined): string | null => {
  const valueDay = readDay(`20${value}`)
  if (valueDay === null || monthDay === undefined) return valueDay
  const year = Number(valueDay.slice(0, 4))
  const months = Number(monthDay.slice(0, 2)) - Number(valueDay.slice(5, 7))
  return readDay(`${months > 6 ? year - 1 : months < -6 ? year + 1 : year}${monthDay}`)
}

/** The parts of field 86: who and what for. Unstructured text is all what for. */
const readDetails = (text: string): { payee: string | null; note: string | null } => {
  const flat = text.replaceAll('\n', '')
  if (/\?\d{2}/u.test(flat)) {
    const parts = new Map<string, string>()
    for (const [, code = '', value = ''] of flat.matchAll(/\?(\d{2})([^?]*)/gu))
      parts.set(code, `${parts.get(code) ?? ''}${value}`)
    const join = (from: number, to: number): string =>
      [...parts]
        .filter(([code]) => Number(code) >= from && Number(code) <= to)
        .map(([, value]) => value)
        .join('')
    const note = (join(20, 29) + join(60, 63)).trim()
    return { payee: join(32, 33).trim() || null, note: note || join(0, 0).trim() || null }
  }
  if (/\/(?:NAME|REMI)\//u.test(flat)) {
    const part = (code: string): string | null =>
      new RegExp(`/${code}/(.*?)(?=/(?:NAME|REMI|IBAN|BIC|EREF|TRTP|CSID|MARF|CNTP|ORDP|BENM|PREF|ISDT)/|$)`, 'u')
        .exec(flat)?.[1]
        ?.trim() || null
    return { payee: part('NAME'), note: part('REMI')?.replace(/^USTD\/\/|\/+$/gu, '') ?? null }
  }
  return { payee: null, note: text.replaceAll('\n', ' ').trim() || null }
}

const readLine = (line: number, text: string, account: string | null, currency: string): RawEntry | Found => {
  const found = LINE.exec(text)
  if (!found) return rejected(line, 'bad_line')
  const [, value = '', monthDay, mark = '', , sum = '', , rest = ''] = found
  const date = bookingDay(value, monthDay)
  if (date === null) return rejected(line, 'bad_date', { text: `${value}${monthDay ?? ''}` })
  const amount = readMoney(sum, currency, ',')
  if (amount === null) return rejected(line, 'bad_amount', { text: sum.slice(0, 40) })
  const out = mark === 'D' || mark === 'RC'
  return {
    line,
    account,
    // After // stands the reference of the bank; before it the customer's, which may repeat.
    id: rest.split('//')[1]?.trim() || null,
    date,
    amount: out ? -amount || 0 : amount,
    currency,
    paid: null,
    payee: null,
    note: text.split('\n').slice(1).join(' ').trim() || null,
    category: null,
    own: false,
    reversal: mark === 'RD',
  }
}

export const mt940Parser = (options: ImportOptions): Parser => {
  let field: { tag: string; text: string; line: number } | null = null
  let account: string | null = null
  let currency = options.currency
  let entry: RawEntry | null = null
  let open = false
  let last = 0

  const flushEntry = (out: Found[]): void => {
    if (entry) out.push({ type: 'entry', entry })
    entry = null
  }
  const balance = (at: 'opening' | 'closing', line: number, text: string, out: Found[]): void => {
    const read = readBalance(text, account)
    if (!read) {
      out.push(rejected(line, 'bad_balance'))
      return
    }
    currency = read.currency
    open = at === 'opening'
    out.push({ type: 'balance', at, balance: read })
  }
  const startMessage = (out: Found[]): void => {
    flushEntry(out)
    if (open) out.push(rejected(last, 'cut_off'))
    out.push({ type: 'end' })
    open = false
    account = null
    currency = options.currency
  }
  const finishField = (out: Found[]): void => {
    if (!field) return
    const { tag, text, line } = field
    field = null
    if (tag === '86' && entry) {
      const { payee, note } = readDetails(text)
      entry = { ...entry, payee, note: note ?? entry.note }
      return
    }
    flushEntry(out)
    if (tag === '20') startMessage(out)
    else if (tag === '25' || tag === '25P')
      account =
        (text.split('\n')[0] ?? '')
          .split('/')
          .at(-1)
          ?.replace(/\s?[A-Z]{3}$/u, '')
          .trim() || null
    else if (tag === '60F' || tag === '60M') balance('opening', line, text, out)
    else if (tag === '62F' || tag === '62M') balance('closing', line, text, out)
    else if (tag === '61') {
      const read = readLine(line, text, account, currency)
      if ('type' in read) out.push(read)
      else entry = read
    }
  }
  return {
    by: 'line',
    push: (text, line, out) => {
      last = line
      const start = FIELD.exec(text.replace(/^.*\{4:/u, ''))
      if (start) {
        finishField(out)
        field = { tag: start[1] ?? '', text: start[2] ?? '', line }
      } else if (/^-\}?/u.test(text) && text.trim().length <= 3) finishField(out)
      else if (field && field.text.length < MAX_FIELD) field.text += `\n${text}`
    },
    end: (out) => {
      finishField(out)
      startMessage(out)
    },
  }
}
