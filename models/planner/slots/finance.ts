import { minorDigits } from '../../../core/money.ts'
import { localDateOf } from '../../../core/time.ts'
import { tidy, words } from '../words.ts'
import { monthStart, periodOf, today } from './moment.ts'
import { sumsOf, takeAmount } from './money.ts'
import { left, restFor, type Slots, set, use } from './state.ts'
import { BUDGET_STRIP, FILTER_STRIP, PAYMENT_STRIP } from './strips.ts'

const INCOME = words(
  'получил[аи]?|заработал[аи]?|зарплат[аыуе]|аванс|преми[яию]|доход[аы]?|пришл[аио]|пришел|приход|вернули|верну[лв]\\p{L}*|кешб[еэ]к|кэшб[еэ]к|стипенди[яюи]|пенси[яюи]|зачислили|капнул[аои]?|зп|поступил[аои]?|поступлени[ея]|заплатил[аи]? мне|скинул[аи]? мне|прислал[аи]? мне|выплатили|мне (?:\\p{L}+ ){0,2}(?:заплатил\\p{L}*|перев[её]л\\p{L}*|скинул\\p{L}*|дал[аи]?|выплатил\\p{L}*|перечислил\\p{L}*|прислал\\p{L}*|отдал[аи]?)|продал[аи]?|подарили|плюс|гонорар|алименты|дивиденды|проценты по вкладу|подработк[аиу]|халтур[аыу]|перевели',
  'earned|received|got paid|salary|paycheck|income|refund(?:ed)?|bonus|cashback|payday|wages|i got|paid me|sold|freelance|dividends?|tips|gave me|sent me|stipend|pension|made|deposit(?:ed)?|reimbursed|reimbursement',
)
const SPENT = words(
  'потратил[аи]?|заплатил[аи]?|отдал[аи]?|купил[аи]?|взял[аи]?|ушл[ои]|расход|трат[ау]',
  'spent|paid for|bought|expense|cost me|blew|paid(?! me)',
)
const TRANSFER = words(
  'это перевод|переложил[аи]?|закинул[аи]? .{0,15}(?:вклад|копилк\\p{L}*|накопит\\p{L}*)|перев[её]л[аи]? (?:с|на|со|между)(?: \\p{L}+){0,3} (?:карт\\p{L}*|счет\\p{L}*|вклад\\p{L}*|накопит\\p{L}*)|между (?:своими )?(?:счетами|картами)|перекинул[аи]?|перевод (?:между|на (?:карту|вклад|счет|накопительный))|снял[аи]? налич\\p{L}*|отложил[аи]?',
  'transfer(?:red)?|moved .{0,30}(?:to|into|from) (?:my )?(?:\\p{L}+ )?(?:savings|checking|account|card|cash)|withdrew',
)

/** "мне вчера заплатили 35 тысяч": grammar knows who got the money. */
export const TO_ME = words(
  'мне (?:\\p{L}+ ){0,2}(?:заплатил\\p{L}*|перев[её]л\\p{L}*|скинул\\p{L}*|выплатил\\p{L}*|перечислил\\p{L}*|прислал\\p{L}*)',
  '(?:paid|sent|gave) me(?: back)?|i got paid',
)

const kindOf = (slots: Slots): 'expense' | 'income' | 'transfer' => {
  const { plain } = slots.clause
  if (TO_ME.test(plain)) return 'income'
  if (TRANSFER.test(plain)) return 'transfer'
  return INCOME.test(plain) && !SPENT.test(plain) ? 'income' : 'expense'
}

interface Parts {
  category?: string
  payee?: string
}

const PLACE = /^(.*?)(?:^|\s)(?:в|во|у|at|from)\s+(\S.*)$/u
const PURPOSE = /^(.*?)(?:^|\s)(?:на|за|по|для|for|on)\s+(\S.*)$/u

/** Splits "продукты в пятёрочке" into what and where. */
export const partsOf = (rest: string): Parts => {
  const clean = tidy(rest)
  if (clean === '') return {}
  const lower = clean.toLowerCase()
  const place = PLACE.exec(lower)
  if (place) {
    const where = tidy(clean.slice(clean.length - (place[2] ?? '').length))
    const purpose = PURPOSE.exec(where.toLowerCase())
    if (purpose?.[1]) {
      const what = where.slice(where.length - (purpose[2] ?? '').length)
      return { payee: tidy(where.slice(0, purpose[1].length)), category: tidy(what) }
    }
    const what = tidy(clean.slice(0, (place[1] ?? '').length).replace(/^(?:на|за|for|on)\s+/iu, ''))
    return { payee: where, ...(what === '' ? {} : { category: what }) }
  }
  return { category: tidy(clean.replace(/^(?:на|за|по|for|on)\s+/iu, '')) }
}

/** Command words at the start without eating the preposition that tells what from where. */
const contentWithPrepositions = (slots: Slots): string => {
  return restFor(slots, STRIP_KEEPING)
}
const STRIP_KEEPING = (() => {
  const keep = { ...PAYMENT_STRIP }
  keep.lead = new RegExp(
    PAYMENT_STRIP.lead.source.replace(
      '|на|за|в|во|из|от|по|для|for|on|at|in|from|of|to|with|-|as|worth|like|как|это|около',
      '',
    ),
    'u',
  )
  return keep
})()

export const fillTransaction = (slots: Slots): void => {
  takeAmount(slots)
  const [date] = left(slots, 'date')
  if (date) {
    use(slots, date)
    set(slots, 'occurredOn', date.date)
  }
  // "karaoke last night": the day of an evening that has been.
  const [instant] = left(slots, 'instant')
  const evening = instant && localDateOf(new Date(instant.at), slots.context.timeZone)
  if (evening !== undefined && evening < today(slots)) set(slots, 'occurredOn', evening)
  use(slots, ...left(slots, 'time', 'instant'))
  const kind = kindOf(slots)
  set(slots, 'kind', kind)
  const { amount } = slots.args
  // "минус 120 на автобус" is a sum spent, not a debt repaid.
  if (typeof amount === 'number' && amount < 0) slots.args['amount'] = -amount
  if (kind === 'transfer') {
    delete slots.args['category']
    delete slots.args['payee']
    return
  }
  placeIsPayee(slots)
  const { category, payee } = partsOf(contentWithPrepositions(slots))
  if (category) set(slots, 'category', category)
  if (payee) set(slots, 'payee', payee)
}

/** In English what stands after "at" is where it was spent, never what on. */
const placeIsPayee = ({ args, clause }: Slots): void => {
  const { category, payee } = args
  if (clause.lang !== 'en' || typeof category !== 'string' || payee !== undefined) return
  const at = clause.plain.indexOf(category.toLowerCase())
  if (at < 0 || !/(?<!\p{L})at (?:the |a |an )?$/u.test(clause.plain.slice(0, at))) return
  args['payee'] = category
  delete args['category']
}

const TRAIL_JUNK =
  /\s+(?:потратил[аи]?|потрачено|ушл[оаи]|уходит|в сумме|всего|spent|total|in total|so far|altogether|me)$/iu

/** A category named in a question about spending: "на такси", "on groceries". */
const AFTER_ON = /(?<!\p{L})(?:на|по|за|on|for)\s+(\p{L}[\p{L}\s-]*)/u
const filterOf = (slots: Slots): string | undefined => {
  const rest = restFor(slots, FILTER_STRIP).replace(TRAIL_JUNK, '')
  if (rest === '') return undefined
  const after = AFTER_ON.exec(rest.toLowerCase())
  const found = after ? rest.slice(rest.length - (after[1] ?? '').length) : rest
  return tidy(found.replace(TRAIL_JUNK, '')) || undefined
}

const BY_DAY = words('по дням|каждый день|by day|per day|daily|each day')
const BY_PAYEE = words(
  'по магазинам|по получателям|по местам|где|в как(?:ом|их) магазин\\p{L}*|by (?:payee|merchant|store|shop)|where|which (?:stores?|shops?)',
)
const BY_CATEGORY = words('по категориям|на что|куда|by category|categories|on what|breakdown|what .{0,20} on')

export const fillSpending = (slots: Slots): void => {
  const period = periodOf(slots)
  const day = today(slots)
  if (period) use(slots, ...period.mentions)
  const from = period?.from ?? monthStart(day)
  // "с первого марта" has no end but today.
  const since =
    period !== undefined &&
    period.from === period.to &&
    period.mentions.some((mention) => /^(?:с|со|since|from)(?!\p{L})/u.test(slots.clause.plain.slice(mention.start)))
  const to = since ? day : period ? (period.to > day && period.from <= day ? day : period.to) : day
  set(slots, 'from', from)
  set(slots, 'to', to)
  const { plain } = slots.clause
  if (BY_DAY.test(plain)) set(slots, 'groupBy', 'day')
  else if (BY_CATEGORY.test(plain)) set(slots, 'groupBy', 'category')
  else if (BY_PAYEE.test(plain)) set(slots, 'groupBy', 'payee')
  else set(slots, 'category', filterOf(slots))
}

const PERIODS: readonly (readonly [string, RegExp])[] = [
  ['week', words('недел\\p{L}*|еженедельн\\p{L}*', 'week|weekly|wk')],
  ['year', words('год\\p{L}?|ежегодн\\p{L}*|годов\\p{L}*', 'year|yearly|annual|annually')],
  ['month', words('месяц\\p{L}?|ежемесячн\\p{L}*|мес', 'month|monthly|mo')],
]
const takePeriod = (slots: Slots): void => {
  const found = PERIODS.find(([, pattern]) => pattern.test(slots.clause.plain))
  if (found) set(slots, 'period', found[0])
  for (const mention of left(slots, 'range', 'rrule', 'duration')) use(slots, mention)
}
const PERIOD_WORDS =
  /(?<!\p{L})(?:в|на|за|per|a|each|every)?\s*(?:(?:этот|этом|текущий|this)\s+)?(?:месяц[ае]?|недел[юяие]|год[ау]?|month|week|year|monthly|weekly|yearly|ежемесячн\p{L}*|еженедельн\p{L}*|месячн\p{L}*|недельн\p{L}*|годов\p{L}*|annual)(?!\p{L})/giu

/** "650 неделя": a sum and its period side by side, and no length of 650 weeks. */
const SUM_A_PERIOD = /(?<![\p{N}.,])(\d{2,7})\s+(?=(?:недел[яюи]|месяц|год|week|month|year)(?!\p{L}))/u
/** "с 5000 до 3500": what it is to be comes last. */
const NEW_LIMIT = /(?<!\p{L})(?:до|to)\s*$/u

const takeLimitSum = (slots: Slots): void => {
  const { plain } = slots.clause
  const sums = sumsOf(slots)
  const changed = sums.find(
    ({ mention }) => NEW_LIMIT.test(plain.slice(0, mention.start)) || /^(?:до|to)\s/u.test(plain.slice(mention.start)),
  )
  if (changed && sums.length > 1) {
    use(slots, changed.mention)
    set(slots, 'limit', changed.amount)
    if (changed.currency) set(slots, 'currency', changed.currency)
  } else if (!takeAmount(slots, 'limit') && slots.tool.required.has('limit')) {
    const digits = SUM_A_PERIOD.exec(plain)?.[1]
    if (digits !== undefined) set(slots, 'limit', Number(digits) * 10 ** minorDigits(slots.context.currency))
  }
}

export const fillBudget = (slots: Slots): void => {
  takeLimitSum(slots)
  takePeriod(slots)
  if (slots.tool.required.has('period')) set(slots, 'period', 'month')
  const rest = restFor(slots, BUDGET_STRIP).replace(PERIOD_WORDS, ' ')
  const plainRest = tidy(
    rest.replace(
      /(?<!\p{L})(?:на|по|for|on|лимит\p{L}*|бюджет\p{L}*|budget|limit|spending|to|у меня|осталось|is)(?!\p{L})/giu,
      ' ',
    ),
  )
  if (plainRest) set(slots, 'category', plainRest)
}

export const sumsSaid = (slots: Slots): number[] => sumsOf(slots).map((sum) => sum.amount)
