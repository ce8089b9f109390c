import { minorDigits } from '../../../core/money.ts'
import { words } from '../words.ts'
import { fillLearnt } from './fields.ts'
import { left, type Slots, set, use } from './state.ts'

// What comes by itself on a day: bills, rent, subscriptions, salary.

const MONTH_DAY =
  /(?<!\d)(\d{1,2})(?:-?го|-?е)?\s+числ[ао]|(?<!\d)(\d{1,2})-?го(?!\p{L})|(?:on|due|for|is|day is) the (\d{1,2})(?:st|nd|rd|th)|every (\d{1,2})(?:st|nd|rd|th)/u
const NAMED_MONTH = words(
  'январ\\p{L}*|феврал\\p{L}*|марта|апрел\\p{L}*|мая|июн\\p{L}*|июл\\p{L}*|август\\p{L}*|сентябр\\p{L}*|октябр\\p{L}*|ноябр\\p{L}*|декабр\\p{L}*',
  'january|february|march|april|may|june|july|august|september|october|november|december',
)
const WARNING =
  /(?:предупре\p{L}*|скажи|сообщи|напом[ни]\p{L}*|предупреждай|remind|warn|notify|notice|alert|tell)\p{L}*.{0,40}?(?:за\s+(?:(\d+|день|два|две|три|четыре|пять)\s*(дн\p{L}*|день|недел\p{L}*)?|(неделю))|(\d+|a|one|two|three|five)\s+(days?|weeks?|months?)\s+(?:before|ahead|early|in advance))/u
const COUNTS: Readonly<Record<string, number>> = {
  день: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
}
const ORDINALS =
  'перв,втор,трет,четв[её]рт,пят,шест,седьм,восьм,девят,десят,одиннадцат,двенадцат,тринадцат,четырнадцат,пятнадцат,шестнадцат,семнадцат,восемнадцат,девятнадцат,двадцат'
    .split(',')
    .map((stem) => new RegExp(`^${stem}(?:ого|ье|ьего|ое|го|ему|ому|е)$`, 'u'))
const TENS_OF_DAYS = /(?<!\p{L})(двадцать|тридцать)\s+(?=перв|втор|трет|четв|пят|шест|седьм|восьм|девят)/u
const ORDINAL_DAY =
  /(?<!\p{L})(?:каждое (\p{L}+)|(\p{L}+) числа|(\p{L}+) каждого месяца|раз в месяц (\p{L}+)|(?:теперь )?(?:платим|переводят|списывают|приходит|плачу|снимают|платить|платится) (?:двадцать |тридцать )?(\p{L}+))(?!\p{L})/u
const EACH_DAY = /(?<!\p{L})каждое (\d{1,2})(?!\d)/u
const LAST_DAY = words(
  'последн(?:его|ее) числ[оа]|(?:в |на )?последний день (?:каждого )?месяца|в конце (?:каждого )?месяца',
  'last day of (?:the|each|every) month|end of (?:the|each|every) month|month.?end',
)
/** The day of the month that was said without a month; -1 is its last. */
const monthDay = (plain: string): { day: number; at: number; end: number } | undefined => {
  const last = LAST_DAY.exec(plain)
  if (last) return { day: -1, at: last.index, end: last.index + last[0].length }
  const found = MONTH_DAY.exec(plain) ?? EACH_DAY.exec(plain) ?? ORDINAL_DAY.exec(plain)
  const said = found?.slice(1).find((group) => group !== undefined) ?? ''
  const unit = ORDINALS.findIndex((ordinal) => ordinal.test(said)) + 1
  const tens = TENS_OF_DAYS.exec(plain)?.[1]
  const day =
    /\d/.test(said) || unit === 0 ? Number(said) : unit + (tens === undefined ? 0 : tens.startsWith('дв') ? 20 : 30)
  return found && day >= 1 && day <= 31 ? { day, at: found.index, end: found.index + found[0].length } : undefined
}

/** "раз в квартал", "a year": how often, without a day. */
const RHYTHMS: readonly (readonly [string, RegExp])[] = [
  [
    'FREQ=WEEKLY;INTERVAL=2',
    words('раз в (?:две|2) недели|каждые (?:две|2) недели', 'fortnightly|biweekly|every (?:two|2|other) weeks?'),
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3',
    words(
      'раз в квартал|каждый квартал|ежекварт\\p{L}+|поквартально|в квартал',
      'quarterly|(?:a|per|every|each|once a) quarter',
    ),
  ],
  [
    'FREQ=MONTHLY;INTERVAL=6',
    words('раз в полгода|каждые полгода|в полгода', 'every half year|half.?yearly|semi.?annual\\p{L}*'),
  ],
  [
    'FREQ=YEARLY',
    words('в год|ежегодн\\p{L}+|годов\\p{L}+|каждый год', 'yearly|annual(?:ly)?|(?:a|per|every|each|once a) year'),
  ],
  [
    'FREQ=MONTHLY',
    words('в месяц|ежемесячн\\p{L}+|помесячно|каждый месяц', 'monthly|(?:a|per|every|each|once a) month'),
  ],
  ['FREQ=WEEKLY', words('в неделю|еженедельн\\p{L}+|каждую неделю', 'weekly|(?:a|per|every|each|once a) week')],
]
/** "make it monthly instead of quarterly": what it is no more. */
const NO_MORE = /(?<!\p{L})(?:instead of|rather than|not|вместо|а не|не)(?!\p{L})[^,]*$/u
const rhythmIn = (plain: string): string | undefined =>
  RHYTHMS.find(([, pattern]) => pattern.test(plain.replace(NO_MORE, '')))?.[0]

/** "20 monthly": a sum before how often, no day of the month. */
const SUM_MONTHLY = /(?<!\d)(\d+) (?:monthly|every month|each month)(?!\p{L})/u

/** How often and on which day: "аренда 40000 5 числа" is every month's, "раз в год 12 мая" one day of the year. */
const takeRhythm = (slots: Slots): void => {
  const { plain } = slots.clause
  const [rule] = left(slots, 'rrule')
  const named = NAMED_MONTH.test(plain)
  const sum = rule && SUM_MONTHLY.exec(plain.slice(rule.start, rule.end))?.[1]
  const day = named
    ? undefined
    : monthDay(
        sum === undefined
          ? plain
          : `${plain.slice(0, rule?.start)}${' '.repeat(sum.length)}${plain.slice((rule?.start ?? 0) + sum.length)}`,
      )
  const rhythm = sum === undefined ? (rule?.rrule ?? rhythmIn(plain)) : 'FREQ=MONTHLY'
  if (sum !== undefined) set(slots, 'amount', Number(sum) * 10 ** minorDigits(slots.context.currency))
  const within = ({ start, end }: { start: number; end: number }): boolean =>
    day !== undefined && start < day.end && end > day.at
  if (rhythm === 'FREQ=YEARLY' && named) {
    const [date] = left(slots, 'date')
    const [, month, monthly] = date?.date.split('-').map(Number) ?? []
    if (date && set(slots, 'rrule', `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${monthly}`)) use(slots, date)
  }
  const isPlain = rhythm === undefined || (/FREQ=MONTHLY/.test(rhythm) && !/BY/.test(rhythm))
  if (day && isPlain && set(slots, 'rrule', `${rhythm ?? 'FREQ=MONTHLY'};BYMONTHDAY=${day.day}`))
    use(slots, ...slots.clause.mentions.filter(within))
  else if (rhythm !== undefined) set(slots, 'rrule', rhythm)
  if (rule && slots.args['rrule'] !== undefined) use(slots, rule)
}

const ON_THE_DAY = words('в (?:сам )?день (?:списания|платежа|оплаты)', 'on the (?:due )?day itself|on the due date')
const takeWarning = (slots: Slots): void => {
  if (ON_THE_DAY.test(slots.clause.plain)) set(slots, 'remindDaysBefore', 0)
  const found = WARNING.exec(slots.clause.plain)
  if (!found) return
  const [, russian, unit, week, english, englishUnit] = found
  const count = COUNTS[russian ?? english ?? ''] ?? Number(russian ?? english ?? 1)
  const said = week ?? unit ?? englishUnit ?? ''
  const days = /^(?:недел|week)/u.test(said) ? 7 : /^month/u.test(said) ? 30 : 1
  if (!set(slots, 'remindDaysBefore', count * days)) return
  const within = slots.clause.mentions.filter(
    ({ start, end, kind }) =>
      /duration|number/.test(kind) && start < found.index + found[0].length && end > found.index,
  )
  use(slots, ...within)
}

export const fillBill = (slots: Slots): void => {
  takeWarning(slots)
  takeRhythm(slots)
  fillLearnt(slots)
}

/** "пропусти фитнес в этот раз": the coming payment does not take place. */
const SKIPPED = words('пропусти\\p{L}*|пропуск\\p{L}*|не плач\\p{L}*|skip\\p{L}*')
/** "это не расход, а доход": what it is. */
const INCOME = /(?<!\p{L})(?:это|в|а|is|as|to)\s+(?:an? )?(?:доход|income)(?!\p{L})/u
export const fillBillChange = (slots: Slots): void => {
  if (SKIPPED.test(slots.clause.plain)) {
    set(slots, 'skip', true)
    set(slots, 'scope', 'next')
  }
  const { plain } = slots.clause
  if (INCOME.test(plain)) set(slots, 'kind', 'income')
  fillBill(slots)
}
