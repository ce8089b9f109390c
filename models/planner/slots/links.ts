import type { Clause } from '../clause.ts'
import { contentStems } from '../reference.ts'
import type { Args, Draft, Link } from '../types.ts'
import { tidy, words } from '../words.ts'

// Fields of a money entry that are rows of the person's own: the accounts a transfer goes between, the purchase a refund is of.

const ADD = 'finance_add_transaction'

/** "с карты на вклад", "from checking to my euro account"; a sum may stand between or after. */
const BETWEEN =
  /(?<!\p{L})(?:с|со|из|from)\s+(?:(?:моей|моего|своей|my|the)\s+)?(\p{L}[\p{L}\d-]*(?:\s+(?!на |в |во |to |into )\p{L}[\p{L}\d-]*){0,2})\s+(?:[\d\s.,]+(?:\p{L}+|[₽$€£])?\s+)?(?:на|в|во|to|into)\s+(?:(?:мой|мою|свой|свою|my|the)\s+)?(\p{L}[\p{L}\d-]*(?:\s+\p{L}[\p{L}\d-]*){0,2})/u
const INTO =
  /(?<!\p{L})(?:на|в|to|into)\s+(?:(?:мой|мою|свой|свою|my|the)\s+)?((?:(?:\p{L}+\s+){0,2}(?:вклад|копилк\p{L}|накопительн\p{L}+(?: сч[её]т)?|savings)(?:\s+account)?))(?!\p{L})/u
/** Words of every account that tell none from another. */
const ACCOUNT = /(?<!\p{L})(?:сч[её]т\p{L}*|account)(?!\p{L})/gu

const named = (words: string): string => {
  const bare = tidy(words.replace(ACCOUNT, ' '))
  return contentStems(bare).length > 0 ? bare : tidy(words)
}

const accounts = (plain: string): Link[] => {
  const list = 'finance_list_accounts'
  const between = BETWEEN.exec(plain)
  if (between?.[1] && between[2])
    return [
      { field: 'accountId', list, ref: { words: named(between[1]), exactly: true } },
      { field: 'toAccountId', list, ref: { words: named(between[2]), exactly: true } },
    ]
  const into = INTO.exec(plain)?.[1]
  return into === undefined ? [] : [{ field: 'toAccountId', list, ref: { words: named(into), exactly: true } }]
}

const REFUND = words(
  'возврат\\p{L}*|мне вернули|вернули (?:деньги|мне|за|\\d)\\p{L}*|вернул[аи]?(?=.*(?:мне )?вернули)|сдал[аи]? обратно',
  'refund(?:ed)?|money back|returned .{0,40}(?:got|received)',
)
/** A debt repaid and a tax returned are income. */
const NO_REFUND = words(
  'долг\\p{L}*|займ\\p{L}*|налог\\p{L}*|вычет\\p{L}*|взаймы|кэшб[еэ]к\\p{L}*|debt|loan|tax|deposit|залог\\p{L}*',
)
const NOT_PURCHASE =
  /(?<!\p{L})(?:я|мне|нам|за|от|из|на|с|в|деньги|возврат\p{L}*|вернул\p{L}*|сдал\p{L}*|обратно|магазин\p{L}*|частичн\p{L}*|получил\p{L}*|приш[её]л|пришл\p{L}*|оформил\p{L}*|сегодня|вчера|i|a|an|the|got|get|received|refund\p{L}*|money|back|returned|and|of|for|from|on|my|was|were|partial|full|today|yesterday)(?!\p{L})/gu

/** What the money was returned for: the words that name neither the return nor the sum. */
const purchase = ({ plain, mentions }: Clause): string => {
  let rest = plain
  for (const { start, end } of [...mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return tidy(rest.replace(NOT_PURCHASE, ' ').replace(/[^\p{L}\p{N}\s-]/gu, ' '))
}

export const isRefund = ({ plain }: Clause): boolean => REFUND.test(plain) && !NO_REFUND.test(plain)

/** The draft of a money entry with the rows it points to. */
export const withLinks = (draft: Draft, clause: Clause): Draft => {
  if (draft.tool !== ADD) return draft
  if (isRefund(clause)) {
    const args: Args = { ...draft.args, kind: 'income', refund: true }
    const said = purchase(clause)
    if (contentStems(said).length === 0) return { ...draft, args }
    const link: Link = {
      field: 'refundOf',
      list: 'finance_list_transactions',
      where: { kind: 'expense' },
      ref: { words: said, last: true },
      tells: ['category', 'payee'],
    }
    return { ...draft, args, links: [link] }
  }
  if (NO_REFUND.test(clause.plain)) delete draft.args['refund']
  const links = draft.args['kind'] === 'transfer' ? accounts(clause.plain) : []
  return links.length > 0 ? { ...draft, links } : draft
}
