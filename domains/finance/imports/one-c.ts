// 1C exchange with a bank: lines of key=value in sections, windows-1251 or the DOS encoding.
// 1С, «Стандарт обмена с системами "Клиент банка"», формат 1CClientBankExchange, версии 1.02 и 1.03. The currency of an account
// is its digits 6 to 8 (Банк России, Положение от 24.11.2022 № 809-П, План счетов бухгалтерского учёта).
import type { ImportOptions } from '../../contract.ts'
import { type Found, type Parser, rejected } from './rows.ts'
import { readCode, readDay, readMoney } from './values.ts'

export const recogniseOneC = (head: string): string | null =>
  /^\ufeff?\s*1CClientBankExchange/u.test(head) ? '1c' : null

const MAX_VALUE = 4 * 1024

const currencyOf = (account: string): string =>
  /^\d{20}$/u.test(account) ? (readCode(account.slice(5, 8)) ?? 'RUB') : 'RUB'

interface Section {
  line: number
  fields: Map<string, string>
}

const purpose = (fields: ReadonlyMap<string, string>): string | null => {
  const whole = fields.get('НазначениеПлатежа')
  if (whole) return whole
  const parts = [1, 2, 3, 4, 5, 6].flatMap((n) => fields.get(`НазначениеПлатежа${n}`) ?? [])
  return parts.length > 0 ? parts.join(' ') : null
}

/** A document as movements of the statement's accounts: one, or both sides of a transfer between two of them. */
const readDocument = ({ line, fields }: Section, own: ReadonlySet<string>): Found[] => {
  const payer = fields.get('ПлательщикСчет') ?? fields.get('ПлательщикРасчСчет') ?? ''
  const payeeAccount = fields.get('ПолучательСчет') ?? fields.get('ПолучательРасчСчет') ?? ''
  const left = fields.get('ДатаСписано') ?? ''
  const came = fields.get('ДатаПоступило') ?? ''
  const out = own.has(payer) || (!own.has(payeeAccount) && left !== '' && came === '')
  const into = own.has(payeeAccount) || (!own.has(payer) && came !== '' && left === '')
  if (!out && !into) return [rejected(line, 'no_direction')]
  const sum = fields.get('Сумма') ?? ''
  const names = {
    payer: fields.get('Плательщик1') ?? fields.get('Плательщик') ?? null,
    payee: fields.get('Получатель1') ?? fields.get('Получатель') ?? null,
  }
  const sameOwner = Boolean(fields.get('ПлательщикИНН')) && fields.get('ПлательщикИНН') === fields.get('ПолучательИНН')
  const side = (account: string, outgoing: boolean): Found => {
    const day = (outgoing ? left : came) || (fields.get('Дата') ?? '')
    const date = readDay(day)
    if (date === null) return rejected(line, 'bad_date', { text: day.slice(0, 40) })
    const currency = currencyOf(account)
    const amount = readMoney(sum, currency)
    if (amount === null || amount < 0) return rejected(line, 'bad_amount', { text: sum.slice(0, 40) })
    return {
      type: 'entry',
      entry: {
        line,
        account: account || null,
        // The bank gives no id of its own; a document is known by its number and both accounts.
        id: fields.get('Номер') ? `1c ${fields.get('Номер')} ${payer} ${payeeAccount}` : null,
        date,
        amount: outgoing ? -amount || 0 : amount,
        currency,
        paid: null,
        payee: outgoing ? names.payee : names.payer,
        note: purpose(fields),
        category: null,
        own: (out && into) || sameOwner,
        reversal: false,
      },
    }
  }
  return [...(out ? [side(payer, true)] : []), ...(into ? [side(payeeAccount, false)] : [])]
}

const readAccount = ({ line, fields }: Section, out: Found[]): void => {
  const account = fields.get('РасчСчет') ?? null
  const currency = currencyOf(account ?? '')
  for (const [at, name, day] of [
    ['opening', 'НачальныйОстаток', 'ДатаНачала'],
    ['closing', 'КонечныйОстаток', 'ДатаКонца'],
  ] as const) {
    const text = fields.get(name)
    if (text === undefined || text === '') continue
    const amount = readMoney(text, currency)
    if (amount === null) out.push(rejected(line, 'bad_balance'))
    else out.push({ type: 'balance', at, balance: { account, amount, currency, date: readDay(fields.get(day) ?? '') } })
  }
}

export const oneCParser = (_: ImportOptions): Parser => {
  const own = new Set<string>()
  let section: Section | null = null
  let last = 0
  let whole = false
  return {
    by: 'line',
    push: (raw, line, out) => {
      last = line
      const text = raw.trim()
      const at = text.indexOf('=')
      const key = at === -1 ? text : text.slice(0, at).trim()
      const value = at === -1 ? '' : text.slice(at + 1, at + 1 + MAX_VALUE).trim()
      if (key === 'СекцияРасчСчет' || key === 'СекцияДокумент') {
        // A section that began inside another one: the first was never finished.
        if (section) out.push(rejected(section.line, 'cut_off'))
        section = { line, fields: new Map() }
      } else if (key === 'КонецРасчСчет') {
        if (section) readAccount(section, out)
        section = null
      } else if (key === 'КонецДокумента') {
        if (section) out.push(...readDocument(section, own))
        section = null
      } else if (key === 'КонецФайла') whole = true
      else if (at !== -1) {
        if (key === 'РасчСчет' && value !== '' && own.size < 1000) own.add(value)
        if (section && section.fields.size < 200) section.fields.set(key, value)
      }
    },
    end: (out) => {
      if (section || !whole) out.push(rejected(section?.line ?? last, 'cut_off'))
    },
  }
}
