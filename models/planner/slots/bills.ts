import { words } from '../words.ts'
import { fillLearnt } from './fields.ts'
import { left, type Slots, set, use } from './state.ts'

// What comes by itself on a day: bills, rent, subscriptions, salary.

const MONTH_DAY =
  /(?<!\d)(\d{1,2})(?:-?го)?\s+числа|(?<!\d)(\d{1,2})-?го(?!\p{L})|on the (\d{1,2})(?:st|nd|rd|th)|every (\d{1,2})(?:st|nd|rd|th)/u
const NAMED_MONTH = words(
  'январ\\p{L}*|феврал\\p{L}*|марта|апрел\\p{L}*|мая|июн\\p{L}*|июл\\p{L}*|август\\p{L}*|сентябр\\p{L}*|октябр\\p{L}*|ноябр\\p{L}*|декабр\\p{L}*',
  'january|february|march|april|may|june|july|august|september|october|november|december',
)
const WARNING =
  /(?:предупре\p{L}*|скажи|сообщи|напомн\p{L}*|предупреждай|remind|warn|notify|alert|tell)\p{L}*.{0,40}?(?:за\s+(?:(\d+|день|два|две|три|четыре|пять)\s*(дн\p{L}*|день|недел\p{L}*)?|(неделю))|(\d+|a|one|two|three|five)\s+(days?|weeks?)\s+(?:before|ahead|early|in advance))/u
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
/** "аренда 40000 5 числа": a day of the month without a month is every month's. */
const takeMonthDay = (slots: Slots): void => {
  const { plain } = slots.clause
  const found = MONTH_DAY.exec(plain)
  const day = Number(found?.slice(1).find((group) => group !== undefined))
  const [rule] = left(slots, 'rrule')
  if (!found || !(day >= 1 && day <= 31) || NAMED_MONTH.test(plain)) return
  if (rule && (!/FREQ=MONTHLY/.test(rule.rrule) || /BY/.test(rule.rrule))) return
  if (rule) use(slots, rule)
  const within = slots.clause.mentions.filter(
    ({ start, end }) => start < found.index + found[0].length && end > found.index,
  )
  if (set(slots, 'rrule', `${rule?.rrule ?? 'FREQ=MONTHLY'};BYMONTHDAY=${day}`)) use(slots, ...within)
}

const takeWarning = (slots: Slots): void => {
  const found = WARNING.exec(slots.clause.plain)
  if (!found) return
  const [, russian, unit, week, english, englishUnit] = found
  const count = COUNTS[russian ?? english ?? ''] ?? Number(russian ?? english ?? 1)
  const weeks = week !== undefined || /^(?:недел|week)/u.test(unit ?? englishUnit ?? '')
  if (!set(slots, 'remindDaysBefore', weeks ? count * 7 : count)) return
  const within = slots.clause.mentions.filter(
    ({ start, end, kind }) =>
      /duration|number/.test(kind) && start < found.index + found[0].length && end > found.index,
  )
  use(slots, ...within)
}

export const fillBill = (slots: Slots): void => {
  takeWarning(slots)
  takeMonthDay(slots)
  fillLearnt(slots)
}

/** "пропусти фитнес в этот раз": the coming payment does not take place. */
const SKIPPED = words('пропусти\\p{L}*|пропуск\\p{L}*|не плач\\p{L}*|skip\\p{L}*')
export const fillBillChange = (slots: Slots): void => {
  if (SKIPPED.test(slots.clause.plain)) {
    set(slots, 'skip', true)
    set(slots, 'scope', 'next')
  }
  fillBill(slots)
}
