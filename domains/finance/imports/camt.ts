// CAMT: statements of ISO 20022 in XML, read as a stream.
// ISO 20022, "Bank-to-Customer Cash Management": camt.052 (account report), camt.053 (statement), camt.054 (debit and credit
// notification), versions 001.02 to 001.13. CdtDbtInd gives the direction also of a reversal (RvslInd); an entry whose
// transaction details add up to it stands for all of them; entries that are not booked (PDNG, INFO) come again later.
import { SaxesParser } from 'saxes'
import type { ImportOptions } from '../../contract.ts'
import { entriesOf, type Fields } from './camt-entry.ts'
import { type Found, type Parser, rejected } from './rows.ts'
import { readCode, readDay, readMoney } from './values.ts'

export const recogniseCamt = (head: string): string | null => {
  const named = /urn:iso:std:iso:20022:tech:xsd:camt\.(05[234])\./u.exec(head)?.[1]
  if (named) return `camt.${named}`
  if (/<(?:\w+:)?BkToCstmrStmt[\s>]/u.test(head)) return 'camt.053'
  if (/<(?:\w+:)?BkToCstmrAcctRpt[\s>]/u.test(head)) return 'camt.052'
  return /<(?:\w+:)?BkToCstmrDbtCdtNtfctn[\s>]/u.test(head) ? 'camt.054' : null
}

const MAX_TEXT = 4 * 1024
const MAX_DEPTH = 60
/** Details of one entry that are kept apart; a larger batch stands as one row. */
const MAX_DETAILS = 5_000

const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn'])
const SCOPES = new Set([...STATEMENTS, 'Bal', 'Ntry', 'TxDtls'])

const balanceOf = (fields: Fields, account: string | null): Found | null => {
  const kind = fields.get('Tp/CdOrPrtry/Cd') ?? ''
  const at = kind === 'OPBD' || kind === 'PRCD' ? 'opening' : kind === 'CLBD' ? 'closing' : null
  const currency = readCode(fields.get('Amt@Ccy') ?? '')
  if (!at || !currency) return null
  const amount = readMoney(fields.get('Amt') ?? '', currency, '.')
  if (amount === null) return null
  const date = readDay(fields.get('Dt/Dt') ?? fields.get('Dt/DtTm') ?? '')
  return {
    type: 'balance',
    at,
    balance: { account, amount: fields.get('CdtDbtInd') === 'DBIT' ? -amount || 0 : amount, currency, date },
  }
}

interface Scope {
  name: string
  depth: number
  line: number
  fields: Fields
}

export const camtParser = (_: ImportOptions): Parser => {
  const xml = new SaxesParser({ xmlns: false, position: true })
  const path: string[] = []
  const scopes: Scope[] = []
  let details: Fields[] = []
  let account: string | null = null
  let text = ''
  let broken = false
  let out: Found[] = []

  const startStatement = (): void => {
    account = null
  }
  const closeScope = ({ name, fields, line }: Scope): void => {
    if (name === 'Bal') {
      const balance = balanceOf(fields, account)
      if (balance) out.push(balance)
    } else if (name === 'TxDtls') {
      if (details.length <= MAX_DETAILS) details.push(fields)
    } else if (name === 'Ntry') {
      out.push(...entriesOf(line, fields, details.length > MAX_DETAILS ? [] : details, account))
      details = []
    } else out.push({ type: 'end' })
  }
  xml.on('error', () => {
    broken = true
  })
  xml.on('opentag', (tag) => {
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    path.push(name)
    if (path.length > MAX_DEPTH) broken = true
    text = ''
    if (STATEMENTS.has(name)) startStatement()
    if (SCOPES.has(name)) scopes.push({ name, depth: path.length, line: xml.line, fields: new Map() })
    const scope = scopes.at(-1)
    const ccy = tag.attributes['Ccy']
    if (scope && typeof ccy === 'string') scope.fields.set(`${path.slice(scope.depth).join('/')}@Ccy`, ccy)
  })
  xml.on('text', (piece) => {
    if (text.length < MAX_TEXT) text += piece
  })
  xml.on('cdata', (piece) => {
    if (text.length < MAX_TEXT) text += piece
  })
  xml.on('closetag', () => {
    const scope = scopes.at(-1)
    const value = text.trim().slice(0, MAX_TEXT)
    text = ''
    if (scope && path.length > scope.depth && value !== '') {
      const key = path.slice(scope.depth).join('/')
      // Unstructured remittance text may come in several elements.
      const before = key === 'RmtInf/Ustrd' ? scope.fields.get(key) : undefined
      scope.fields.set(key, before === undefined ? value : `${before} ${value}`.slice(0, MAX_TEXT))
      if (STATEMENTS.has(scope.name) && (key === 'Acct/Id/IBAN' || key === 'Acct/Id/Othr/Id')) account = value
    }
    if (scope && path.length === scope.depth) {
      scopes.pop()
      closeScope(scope)
    }
    path.pop()
  })
  return {
    by: 'text',
    push: (piece, _line, found) => {
      if (broken) return
      out = found
      xml.write(piece)
    },
    end: (found) => {
      out = found
      if (!broken) xml.close()
      // What was read before the break stays; balances that are missing then are not compared.
      if (broken || path.length > 0) out.push(rejected(xml.line, 'cut_off'))
    },
  }
}
