import { type Instant, toRfc3339 } from '../../../core/time.ts'
import type { AccountRow } from '../repository/accounts.ts'
import type { Account, AccountKind } from '../schema.ts'
import { comparable } from './words.ts'

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
