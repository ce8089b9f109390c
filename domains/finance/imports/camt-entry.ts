// One entry of a CAMT statement as movements.
import { type Found, type RawEntry, rejected } from './rows.ts'
import { readCode, readDay, readMoney } from './values.ts'

/** Texts of an element by their path inside it; `path@Ccy` is the currency of an amount. */
export type Fields = Map<string, string>

const first = (fields: Fields, ...paths: string[]): string | null => {
  for (const path of paths) {
    const value = fields.get(path)
    if (value !== undefined) return value
  }
  return null
}

interface Sum {
  amount: number
  currency: string
}
const sumAt = (fields: Fields, path: string): Sum | null => {
  const currency = readCode(fields.get(`${path}@Ccy`) ?? '')
  const amount = currency && readMoney(fields.get(path) ?? '', currency, '.')
  return currency && typeof amount === 'number' && amount >= 0 ? { amount, currency } : null
}

const partyOf = (fields: Fields, role: 'Dbtr' | 'Cdtr'): string | null =>
  first(fields, `RltdPties/${role}/Nm`, `RltdPties/${role}/Pty/Nm`, `RltdPties/Ultmt${role}/Nm`)

const sameName = (one: string | null, other: string | null): boolean =>
  one !== null && one.trim().toLowerCase() === other?.trim().toLowerCase()

/** What transaction details say of a movement. */
const partiesAndText = (details: Fields, entry: Fields, incoming: boolean) => ({
  payee: partyOf(details, incoming ? 'Dbtr' : 'Cdtr'),
  note: first(details, 'RmtInf/Ustrd', 'AddtlTxInf', 'RmtInf/Strd/CdtrRefInf/Ref') ?? first(entry, 'AddtlNtryInf'),
  category: null,
  own: sameName(partyOf(details, 'Dbtr'), partyOf(details, 'Cdtr')),
})

/** Whether a details' own sum goes the way of its entry: some batches hold both directions. */
const detailSum = (details: Fields, entry: Sum, incoming: boolean): number | null => {
  const sum = sumAt(details, 'Amt') ?? sumAt(details, 'AmtDtls/TxAmt/Amt')
  if (!sum || sum.currency !== entry.currency) return null
  const mark = details.get('CdtDbtInd')
  const into = mark === undefined ? incoming : mark === 'CRDT'
  return into ? sum.amount : -sum.amount
}

/** The movements of an entry: one, or those of its batch when they add up to it. */
export const entriesOf = (line: number, entry: Fields, details: readonly Fields[], account: string | null): Found[] => {
  const status = first(entry, 'Sts/Cd', 'Sts') ?? 'BOOK'
  if (status !== 'BOOK') return [{ type: 'skipped', pending: true }]
  const mark = entry.get('CdtDbtInd')
  const sum = sumAt(entry, 'Amt')
  if (!sum || (mark !== 'CRDT' && mark !== 'DBIT'))
    return [rejected(line, 'bad_amount', { text: (entry.get('Amt') ?? '').slice(0, 40) })]
  const day = first(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm') ?? ''
  const date = readDay(day)
  if (date === null) return [rejected(line, 'bad_date', { text: day.slice(0, 40) })]
  const incoming = mark === 'CRDT'
  const base = {
    line,
    account,
    date,
    currency: sum.currency,
    paid: null,
    reversal: entry.get('RvslInd') === 'true' && incoming,
  }
  const reference = first(entry, 'AcctSvcrRef')
  const parts = details.map((each) => detailSum(each, sum, incoming))
  const total = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0)
  const signed = incoming ? sum.amount : -sum.amount || 0
  if (details.length > 1 && total === signed)
    return details.map((each, i): Found => {
      const own = first(each, 'Refs/AcctSvcrRef', 'Refs/TxId')
      // An end-to-end id is the payer's and may repeat; the place in the batch tells its parts apart.
      const id = own ?? (reference && `${reference} ${i + 1} ${first(each, 'Refs/EndToEndId') ?? ''}`)
      const amount = parts[i] ?? 0
      return { type: 'entry', entry: { ...base, id, amount, ...partiesAndText(each, entry, amount > 0) } }
    })
  const only: Fields = details.length === 1 ? (details[0] ?? new Map()) : new Map()
  const id = reference ?? first(only, 'Refs/AcctSvcrRef', 'Refs/TxId')
  const movement: RawEntry = { ...base, id, amount: signed, ...partiesAndText(only, entry, incoming) }
  return [{ type: 'entry', entry: movement }]
}
