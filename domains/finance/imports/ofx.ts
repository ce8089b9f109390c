// OFX and QFX: version 1 is SGML whose values have no closing tags, version 2 the same elements as XML; one reading serves both.
// Financial Data Exchange, "Open Financial Exchange", 1.6 (1998) and 2.2 (2017): 11.4 (statements), 3.2.1 (FITID), 3.2.8 (dates,
// of which the first eight digits are the bank's own day), 5.2 (CURRENCY is of the amount, ORIGCURRENCY was converted).
import type { ImportOptions } from '../../contract.ts'
import { type Found, type Parser, type RawEntry, rejected } from './rows.ts'
import { readCode, readDay, readMoney } from './values.ts'

export const recogniseOfx = (head: string): string | null => {
  if (!/<OFX>/iu.test(head) && !/^\s*OFXHEADER:/iu.test(head)) return null
  return /<\?OFX|<\?xml/iu.test(head) ? 'ofx2' : 'ofx1'
}

/** Of one tag and its text no more than this is kept. */
const MAX_PENDING = 64 * 1024
const TAG = /<(\/?)([A-Za-z0-9._]+)\s*>([^<]*)/gu
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const decoded = (text: string): string =>
  text.trim().replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu, (whole, decimal, hex, name) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (point === null) return ENTITIES[String(name).toLowerCase()] ?? whole
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

const signed = (text: string, currency: string): number | null =>
  readMoney(text, currency, text.includes('.') ? '.' : text.includes(',') ? ',' : undefined)

/** Types whose amounts some banks give without a sign (11.4.4.3). */
const readEntry = (
  line: number,
  fields: ReadonlyMap<string, string>,
  account: string | null,
  fallback: string,
): RawEntry | Found => {
  const named = fields.get('CURRENCY.CURSYM')
  const currency = named ? readCode(named) : fallback
  if (currency === null) return rejected(line, 'bad_currency', { text: (named ?? '').slice(0, 40) })
  const posted = fields.get('DTPOSTED') ?? ''
  const date = readDay(posted.slice(0, 8))
  if (date === null) return rejected(line, 'bad_date', { text: posted.slice(0, 40) })
  const sum = fields.get('TRNAMT') ?? ''
  const amount = signed(sum, currency)
  if (amount === null) return rejected(line, 'bad_amount', { text: sum.slice(0, 40) })
  return {
    line,
    account,
    id: fields.get('FITID') ?? null,
    date,
    amount,
    currency,
    paid: null,
    payee: fields.get('NAME') ?? fields.get('PAYEE.NAME') ?? null,
    note: fields.get('MEMO') ?? null,
    category: null,
    own: fields.get('TRNTYPE') === 'XFER',
    reversal: false,
  }
}

/** Groups inside a transaction whose elements have names of their own. */
const GROUPS = new Set(['CURRENCY', 'ORIGCURRENCY', 'PAYEE', 'BANKACCTTO', 'CCACCTTO'])
const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS'])

export const ofxParser = (options: ImportOptions): Parser => {
  let pending = ''
  let line = 1
  let account: string | null = null
  let currency = options.currency
  let entry: { line: number; fields: Map<string, string> } | null = null
  let group = ''
  let balance: Map<string, string> | null = null
  let whole = false

  const close = (name: string, out: Found[]): void => {
    if (name === 'STMTTRN' && entry) {
      const read = readEntry(entry.line, entry.fields, account, currency)
      out.push('type' in read ? read : { type: 'entry', entry: read })
      entry = null
    } else if (name === 'LEDGERBAL' && balance) {
      const amount = signed(balance.get('BALAMT') ?? '', currency)
      const date = readDay((balance.get('DTASOF') ?? '').slice(0, 8))
      if (amount !== null) out.push({ type: 'balance', at: 'closing', balance: { account, amount, currency, date } })
      balance = null
    } else if (STATEMENTS.has(name)) {
      out.push({ type: 'end' })
      account = null
      currency = options.currency
    } else if (name === 'OFX') whole = true
    if (name === group) group = ''
  }
  const open = (name: string, value: string): void => {
    if (name === 'STMTTRN') entry = { line, fields: new Map() }
    else if (name === 'LEDGERBAL') balance = new Map()
    else if (entry && GROUPS.has(name)) group = name
    else if (value === '') return
    else if (entry) entry.fields.set(group === '' ? name : `${group}.${name}`, value)
    else if (balance) balance.set(name, value)
    else if (name === 'CURDEF') currency = readCode(value) ?? currency
    else if (name === 'ACCTID') account = value
  }
  const take = (text: string, out: Found[]): void => {
    let at = 0
    for (const found of text.matchAll(TAG)) {
      const [, slash, tag = '', value = ''] = found
      line += (text.slice(at, found.index).match(/\n/gu) ?? []).length
      at = found.index
      const name = tag.toUpperCase()
      if (slash) close(name, out)
      else open(name, decoded(value.replace(/^<!\[CDATA\[|\]\]>$/gu, '')))
    }
    line += (text.slice(at).match(/\n/gu) ?? []).length
  }
  return {
    by: 'text',
    push: (text, _, out) => {
      const all = (pending + text).replaceAll(/<!\[CDATA\[([^<]*?)\]\]>/gu, '$1')
      // The last tag waits: its value may go on in the next piece.
      const cut = all.lastIndexOf('<')
      const end = cut === -1 || all.length - cut > MAX_PENDING ? all.length : cut
      take(all.slice(0, end), out)
      pending = all.slice(end)
    },
    end: (out) => {
      take(pending, out)
      if (!whole) out.push(rejected(line, 'cut_off'))
    },
  }
}
