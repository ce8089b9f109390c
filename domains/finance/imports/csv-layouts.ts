// Columns of statements in CSV. Layouts of the banks as their exports had them between 2019 and 2026: T-Bank (personal
// account, "Операции", CSV), Sber (statement sent by mail as a table), Alfa-Bank (Alfa-Click, movementList.csv; app), VTB
// (VTB-Online, "Выписка"). Other tables are understood by words of their headings in Russian, English and Serbian.

export const ROLES = [
  'date',
  'amount',
  'debit',
  'credit',
  'currency',
  'paid',
  'paidCurrency',
  'payee',
  'note',
  'status',
  'type',
  'category',
  'account',
  'id',
] as const
export type Role = (typeof ROLES)[number]
/** Which column has which role, counted from 0. */
export type Columns = Partial<Record<Role, number>>

interface Layout {
  format: string
  /** Headings that together are this bank's alone. */
  has: string[]
  roles: Partial<Record<Role, string>>
  /** Of amounts without a currency beside them. */
  currency?: string
}

const LAYOUTS: Layout[] = [
  {
    format: 'csv_tbank',
    has: ['дата операции', 'дата платежа', 'номер карты', 'статус', 'сумма платежа', 'mcc'],
    roles: {
      date: 'дата операции',
      amount: 'сумма операции',
      currency: 'валюта операции',
      paid: 'сумма платежа',
      paidCurrency: 'валюта платежа',
      payee: 'описание',
      status: 'статус',
      category: 'категория',
    },
  },
  {
    format: 'csv_sber',
    has: [
      'номер карты',
      'дата совершения операции',
      'код авторизации',
      'сумма в валюте операции',
      'сумма в валюте счета',
    ],
    roles: {
      date: 'дата совершения операции',
      amount: 'сумма в валюте операции',
      currency: 'валюта операции',
      paid: 'сумма в валюте счета',
      payee: 'описание',
    },
    currency: 'RUB',
  },
  {
    format: 'csv_alfa',
    has: ['тип счета', 'номер счета', 'референс проводки', 'приход', 'расход'],
    roles: {
      date: 'дата операции',
      credit: 'приход',
      debit: 'расход',
      currency: 'валюта',
      payee: 'описание операции',
      // The reference of a hold is the word HOLD; others repeat for some kinds of movements, so they are no ids.
      status: 'референс проводки',
      account: 'номер счета',
    },
  },
  {
    format: 'csv_alfa',
    has: ['operationdate', 'transactiondate', 'accountnumber', 'merchant', 'amount', 'currency', 'status', 'type'],
    roles: {
      date: 'operationdate',
      amount: 'amount',
      currency: 'currency',
      payee: 'merchant',
      note: 'comment',
      status: 'status',
      type: 'type',
      category: 'category',
      account: 'accountnumber',
    },
  },
  {
    format: 'csv_vtb',
    has: ['номер карты/счета/договора', 'дата операции', 'дата обработки', 'сумма операции', 'основание', 'статус'],
    roles: {
      date: 'дата операции',
      amount: 'сумма операции',
      currency: 'валюта операции',
      paid: 'сумма пересчитанная в валюту счета',
      paidCurrency: 'валюта счета',
      payee: 'основание',
      status: 'статус',
    },
  },
]

/** Words of headings, the surer pattern first; a heading that `not` fits has another meaning. */
const WORDS: { role: Role; words: RegExp[]; not?: RegExp }[] = [
  {
    role: 'date',
    words: [
      /(?:transaction|operation|операци|транзакц|transakcij|promen|промен).*(?:date|дата|datum)|(?:date|дата|datum|датум).*(?:transaction|operation|операци|транзакц|transakcij|promen|промен)/u,
      /^(?:date|дата|datum|датум)/u,
      /(?:date|дата|datum|датум)/u,
    ],
    not: /currency|валюта(?!ции)/u,
  },
  {
    role: 'debit',
    words: [
      /^(?:debit|withdrawal|paid out|money out|outflow|расход|списан|дебет|isplat|исплат|zadužen|zaduzen|teret|na teret|на терет|duguje|дугује)/u,
      /(?:debit|withdrawal|paid out|money out|расход|списан|дебет|isplat|исплат|teret|терет)/u,
    ],
    not: /card|карт|type|тип|account|счет|date|дата|credit|кредит|приход/u,
  },
  {
    role: 'credit',
    words: [
      /^(?:credit|deposit|paid in|money in|inflow|приход|поступл|зачислен|кредит|uplat|уплат|odobren|priliv|korist|u korist|у корист|potražuje|potrazuje)/u,
      /(?:credit|deposit|paid in|money in|приход|поступлен|зачислен|uplat|уплат|korist|корист)/u,
    ],
    not: /card|карт|type|тип|account|счет|date|дата|debit|дебет|расход/u,
  },
  {
    role: 'amount',
    words: [/^(?:amount|sum|сумма|iznos|износ)/u, /(?:amount|сумма|iznos|износ)/u, /^(?:value|betrag|total)$/u],
    not: /balance|остат|saldo|stanj|стањ|fee|комисс|provizij|cashback|кэшб|кешб|бонус|округл|date|дата|налог|\btax\b/u,
  },
  {
    role: 'currency',
    words: [/^(?:currency|валюта|валута|valuta|ccy|curr|cur)/u, /(?:currency|валюта|валута|valuta)/u],
    not: /сумма|amount|iznos|износ|datum|date|дата|rate|курс/u,
  },
  { role: 'status', words: [/^(?:status|статус|состояние|state)/u] },
  {
    role: 'payee',
    words: [
      /(?:payee|merchant|counterparty|beneficiary|recipient|получател|контрагент|торгов|primalac|прималац|partner|primaoc)/u,
      /^(?:name|плательщик)/u,
    ],
    not: /account|счет|иин|инн|бик|bank|банк|račun|racun|iban|city|город/u,
  },
  {
    role: 'note',
    words: [
      /^(?:description|memo|описание|назначение|opis|svrha|опис|сврха)/u,
      /(?:description|memo|details|narrative|purpose|описан|назначен|основание|комментар|детали|opis|svrha|опис|сврха|note)/u,
    ],
  },
  { role: 'category', words: [/(?:category|категори|kategorij|категориј)/u] },
  {
    role: 'type',
    words: [/^(?:type|тип|вид|dr\/cr|d\/c|cr\/dr|direction|tip|vrsta)/u, /(?:transaction type|debit\/credit)/u],
  },
  {
    role: 'id',
    words: [
      /^(?:transaction|operation|trn)\s*(?:id|no|number)|^id$|^fitid$|(?:номер|ид|id)\s+(?:операции|транзакции)/u,
    ],
  },
  {
    role: 'account',
    words: [/^(?:account|счет|номер счета|račun|racun|рачун|iban)/u],
    not: /сумма|amount|получ|плат|контр|currency|валюта|type|тип|balance|остат|name/u,
  },
]

export const heading = (cell: string): string =>
  cell
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/["«»\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

export interface Mapping {
  format: string
  columns: Columns
  currency: string | null
}

/** The bank whose headings these are. */
export const bankLayout = (cells: readonly string[]): Mapping | null => {
  const names = cells.map(heading)
  const layout = LAYOUTS.find(({ has }) => has.every((name) => names.includes(name)))
  if (!layout) return null
  const columns: Columns = {}
  for (const role of ROLES) {
    const at = names.indexOf(layout.roles[role] ?? '\0')
    if (at !== -1) columns[role] = at
  }
  return { format: layout.format, columns, currency: layout.currency ?? null }
}

/** Roles of headings by their words; each column has one role at most. */
export const columnsByWords = (cells: readonly string[]): Columns => {
  const names = cells.map(heading)
  const taken = new Set<number>()
  const columns: Columns = {}
  for (const { role, words, not } of WORDS) {
    for (const pattern of words) {
      const at = names.findIndex(
        (name, i) => !taken.has(i) && name.length < 60 && pattern.test(name) && !not?.test(name),
      )
      if (at === -1) continue
      columns[role] = at
      taken.add(at)
      break
    }
  }
  return columns
}
