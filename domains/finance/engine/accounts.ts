import { type Instant, toRfc3339 } from '../../../core/time.ts'
import type { AccountRow } from '../repository/accounts.ts'
import type { Account, AccountKind } from '../schema.ts'
import { comparable, stemsOf } from './words.ts'

// Beginnings of words that tell what kind of account a name means; the first that fits decides.
const SIGNS: readonly [AccountKind, RegExp][] = [
  ['credit', /(?<!\p{L})(?:кредитк|кредитн|credit)/u],
  ['loan', /(?<!\p{L})(?:кредит|долг|ипотек|займ|loan|mortgage|debt)/u],
  ['cash', /(?<!\p{L})(?:нал(?!\p{L})|налич|налик|кошел|заначк|cash|purse|wallet)/u],
  ['savings', /(?<!\p{L})(?:накоп|сбереж|вклад|депозит|копилк|подушк|saving|deposit|rainy)/u],
  ['investment', /(?<!\p{L})(?:брокер|инвест|иис|акци|invest|broker|stocks|401k|ira(?!\p{L}))/u],
  ['wallet', /(?<!\p{L})(?:юмани|яндекс деньги|paypal|venmo|крипт|crypto|revolut)/u],
  ['bank', /(?<!\p{L})(?:счет|bank|checking|current)/u],
]

/** The kind a name suggests; a name that says nothing is a card, the most common account. */
export const kindOf = (name: string): AccountKind => {
  const words = comparable(name)
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'card'
}

const BASE_FORMS: readonly [RegExp, string][] = [
  [/^карт[уыеой]+$/u, 'карта'],
  [/^кредитк[уиеой]+$/u, 'кредитка'],
  [/^копилк[уиеой]+$/u, 'копилка'],
  [/^заначк[уиеой]+$/u, 'заначка'],
  [/^наличк[уиеой]+$/u, 'наличка'],
  [/^наличны[хем]+$/u, 'наличные'],
  [/^сч[её]т[ауе]$/u, 'счёт'],
  [/^вклад[ауе]$/u, 'вклад'],
  [/^кошельк[ауе]$/u, 'кошелёк'],
  [/^(\p{L}+н)ую$/u, '$1ая'],
  [/^(\p{L}+н)ом$/u, '$1ый'],
]
// After a preposition a word belongs to the one before it: "счёт в банке".
const PREPOSITION = /^(?:в|во|на|для|от|у|из|с)$/u

/** A name as it stands on a list: its first words in the base form, with a capital letter. */
export const accountName = (said: string): string => {
  const words = said.trim().split(/\s+/u)
  const stop = words.findIndex((word) => PREPOSITION.test(word.toLowerCase()))
  const named = words.map((word, i) => {
    if (stop >= 0 && i >= stop) return word
    const base = BASE_FORMS.find(([form]) => form.test(word.toLowerCase()))
    return base ? word.toLowerCase().replace(base[0], base[1]) : word
  })
  const name = named.join(' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const GENERIC = new Set(stemsOf('карта счёт card account'))

/** One key for an account in whatever order and case its name is said: "карта тинькофф", "на тинькоффе". */
export const accountKey = (said: string): string => {
  const name = accountName(said)
  const stems = stemsOf(name)
  const own = stems.filter((stem) => !GENERIC.has(stem))
  return [...(own.length > 0 ? own : stems).sort(), kindOf(name)].join(' ')
}

/** An account as it is shown: `balance` as stated on `asOf`, `currentBalance` with what was recorded on it since. */
export const showAccount = (row: AccountRow, timeZone: string): Account => {
  const show = (instant: Instant): string => toRfc3339(instant, timeZone)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    currency: row.currency,
    balance: row.balance,
    asOf: row.asOf,
    currentBalance: row.balance + row.movement,
    active: row.deletedAt === null,
    version: row.version,
    createdAt: show(row.createdAt),
    updatedAt: show(row.updatedAt),
    deletedAt: row.deletedAt && show(row.deletedAt),
  }
}

const EVERYDAY_MONEY: readonly AccountKind[] = ['cash', 'card', 'bank', 'wallet', 'other']

/** Whether money of this kind of account is there to be spent; savings, debts and investments are not. */
export const isEverydayMoney = (kind: AccountKind): boolean => EVERYDAY_MONEY.includes(kind)
