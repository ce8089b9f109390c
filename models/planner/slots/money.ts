import { minorDigits } from '../../../core/money.ts'
import type { MentionOf } from '../clause.ts'
import { currencyAfter } from './currency.ts'
import { left, type Slots, set, use, wasSaid } from './state.ts'

export interface Sum {
  amount: number
  currency: string | null
  mention: MentionOf<'money'> | MentionOf<'number'>
}

const sumOf = (slots: Slots, mention: MentionOf<'money'> | MentionOf<'number'>): Sum => {
  if (mention.kind === 'money') return { amount: mention.amount, currency: mention.currency, mention }
  const minor = Math.round(mention.value * 10 ** minorDigits(slots.context.currency))
  return { amount: minor, currency: null, mention }
}

/** "18.20", "3.25": of money a point parts no hours and no days. */
const DOTTED = /(?<![\d.])(\d{1,5})\.(\d\d)(?![\d.])/u
const dottedSums = (slots: Slots): Sum[] =>
  left(slots, 'time', 'date', 'instant', 'invalid').flatMap((mention) => {
    const found = DOTTED.exec(wasSaid(slots, mention))
    if (!found) return []
    const value = Number(found[0])
    return [sumOf(slots, { kind: 'number', value, start: mention.start, end: mention.end })]
  })

/** Every sum of a clause, in order: amounts with a currency, or all bare numbers when there is none. */
export const sumsOf = (slots: Slots): Sum[] => {
  const money = left(slots, 'money')
  const mentions = money.length > 0 ? money : left(slots, 'number')
  return mentions.length > 0 ? mentions.map((mention) => sumOf(slots, mention)) : dottedSums(slots)
}

/** Fills an amount and, when it was said and is not the person's own, its currency. */
export const takeAmount = (slots: Slots, field = 'amount'): Sum | undefined => {
  const sums = sumsOf(slots)
  // "vanguard 401k, 88,000": the figure that was learnt to fill this field comes first.
  const sum = sums.find(({ mention }) => slots.fields.get(mention) === field) ?? sums[0]
  if (!sum || !set(slots, field, sum.amount)) return undefined
  use(
    slots,
    ...slots.clause.mentions.filter(({ start, end }) => start === sum.mention.start && end === sum.mention.end),
  )
  set(slots, 'currency', currencyAfter(slots.clause.plain.slice(sum.mention.end)) ?? sum.currency ?? undefined)
  return sum
}
