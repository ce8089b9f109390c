import { Temporal } from 'temporal-polyfill'
import { readNamed } from './dates.ts'
import { adjectiveOf } from './days.ts'
import { DOUBTFUL_MONTHS, MONTHS, UNIT_WORDS, type Unit } from './lexicon/calendar.ts'
import { badDate, dateOf, endOfMonth, LAST, mondayOf, NEXT, nearestDate, THIS } from './nearest.ts'
import { readCount, readNumber, readOrdinal } from './numbers.ts'
import { type Piece, type Rule, range } from './piece.ts'
import { after, isBoundary, oneOf, type Prefer, type Scan, skip, wordAt } from './scan.ts'

type Day = Temporal.PlainDate

const IN = oneOf('на в во за in for during over on of per')
const EDGE_PREPOSITIONS = oneOf('до к с со by until till before since from after после')
const WHOLE = oneOf('весь всю все целый целую whole entire all the')
const BEFORE_LAST = oneOf('позапрошлый позапрошлую позапрошлое позапрошлого позапрошлой позапрошлом')
const THAT = oneOf('той ту')
const WEEKENDS = oneOf("выходные выходных weekend weekends weekend's wknd")
const MANY = new Map([
  ['эти', 0],
  ['этих', 0],
  ['ближайшие', 0],
  ['ближайших', 0],
  ['следующие', 1],
  ['следующих', 1],
  ['прошлые', -1],
  ['прошлых', -1],
  ['прошедшие', -1],
  ['coming', 0],
  ['upcoming', 0],
])

/** The whole week, month, quarter or year that is `count` after the current one. */
const whole = (s: Scan, unit: Unit, count: number): [Day, Day] | null => {
  if (unit === 'week') {
    const monday = mondayOf(s.today).add({ weeks: count })
    return [monday, monday.add({ days: 6 })]
  }
  if (unit === 'month') {
    const first = s.today.with({ day: 1 }).add({ months: count })
    return [first, endOfMonth(first)]
  }
  if (unit === 'quarter') {
    const first = s.today
      .with({ day: 1, month: Math.floor((s.today.month - 1) / 3) * 3 + 1 })
      .add({ months: count * 3 })
    return [first, endOfMonth(first.add({ months: 2 }))]
  }
  if (unit === 'year') {
    const first = s.today.with({ day: 1, month: 1 }).add({ years: count })
    return [first, first.with({ month: 12, day: 31 })]
  }
  return null
}

const sideOf = (s: Scan, word: string): number | null => {
  if (THIS.has(word)) return 0
  if (NEXT.has(word) || word === 'будущий' || word === 'будущем' || word === 'будущую' || word === 'будущей') return 1
  if (LAST.has(word) || word === 'прошедший' || word === 'прошедшую') return -1
  if (BEFORE_LAST.has(word)) return -2
  if (THAT.has(word)) return s.prefer === 'past' ? -1 : 1
  return null
}

const weekend = (s: Scan, weeks: number): [Day, Day] => {
  const saturday = mondayOf(s.today).add({ days: weeks * 7 + 5 })
  return [saturday, saturday.add({ days: 1 })]
}

/** "на этой неделе", "last month", "в следующие выходные". */
const readNamedPeriod = (s: Scan, i: number): Piece | null => {
  const preposition = wordAt(s, i)
  // "transactions from last month" are those in it; "from next week" starts there.
  const within = preposition === 'from' && sideOf(s, wordAt(s, i + 1)) !== 1
  const edge = EDGE_PREPOSITIONS.has(preposition) && !within
  // English has no preposition here: in "money that came in this month" it belongs to the verb.
  if (/^(?:in|on)$/.test(preposition) && /^(?:this|last|next|previous)$/.test(wordAt(s, i + 1))) return null
  const lead = IN.has(preposition) || within || edge ? i + 1 : i
  const at = skip(s, lead, WHOLE)
  const word = wordAt(s, at)
  const side = sideOf(s, word) ?? MANY.get(word) ?? null
  const unitAt = side === null ? at : at + 1
  if (WEEKENDS.has(wordAt(s, unitAt))) {
    const bareEnglish = side === null && /^[a-z]/.test(wordAt(s, unitAt)) && at === i
    const isNamed = /^(?:plans?|events?|schedule|agenda|calendar|meetings?|appointments?)$/.test(wordAt(s, unitAt + 1))
    if ((bareEnglish && !isNamed) || (side === null && at === i && wordAt(s, i) === 'выходных')) return null
    const weeks = side ?? (s.prefer === 'past' && s.today.dayOfWeek < 6 ? -1 : 0)
    const [from, to] = weekend(s, weeks)
    if (edge) return { kind: 'day', end: unitAt + 1, date: from }
    return range(unitAt + 1, from, to)
  }
  const unit = UNIT_WORDS.get(wordAt(s, unitAt))
  // "на неделю следующую": the order of speech.
  const late =
    side === null && unit && lead > i && /^(?:следующ|прошл)/u.test(wordAt(s, unitAt + 1))
      ? sideOf(s, wordAt(s, unitAt + 1))
      : null
  const inverted = unit && late !== null ? whole(s, unit, late) : null
  if (inverted) return range(unitAt + 2, ...inverted)
  if (side === null || !unit) return null
  const found = whole(s, unit, side)
  if (!found) return null
  if (edge) return { kind: 'day', end: unitAt + 1, date: found[0] }
  return range(unitAt + 1, ...found)
}

const ROLLING_BACK = oneOf(
  'последние последних последний последнюю последнее прошедшие прошедших предыдущие past last previous',
)
const ROLLING_ON = oneOf('ближайшие ближайших ближайшую ближайший следующие следующих next coming upcoming')
const UNITS: Record<Unit, 'days' | 'weeks' | 'months' | 'years' | null> = {
  minute: null,
  hour: null,
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'months',
  year: 'years',
}

const rolling = (s: Scan, end: number, unit: Unit, count: number, back: boolean): Piece | null => {
  const key = UNITS[unit]
  if (!key || !Number.isInteger(count) || count < 1 || count > 1000) return null
  const amount = { [key]: unit === 'quarter' ? count * 3 : count }
  return back
    ? range(end, s.today.subtract(amount).add({ days: 1 }), s.today)
    : range(end, s.today, s.today.add(amount).subtract({ days: 1 }))
}

/** "за последние 7 дней", "past month", "next 3 days": counted from today, today included. */
const readRolling = (s: Scan, i: number): Piece | null => {
  const lead = skip(s, skip(s, i, IN), oneOf('the'))
  const word = wordAt(s, lead)
  const back = ROLLING_BACK.has(word)
  if (!back && !ROLLING_ON.has(word)) return null
  if (after(s, lead + 1, oneOf('полгода'))) return rolling(s, lead + 2, 'month', 6, back)
  const couple = after(s, lead + 1, oneOf('пару couple'))
  const number = couple ? { value: 2, end: skip(s, couple, oneOf('of')) } : readCount(s, lead + 1)
  const unit = UNIT_WORDS.get(wordAt(s, number?.end ?? lead + 1))
  if (!unit) return null
  // Without a number "last week" and "next month" are whole ones; "past week" and "последняя неделя" are counted back.
  if (
    !number &&
    /^(?:last|next|previous|следующ\p{L}*)$/u.test(word) &&
    !(word === 'next' && wordAt(s, lead - 1) === 'the')
  )
    return null
  return rolling(s, (number?.end ?? lead + 1) + 1, unit, number?.value ?? 1, back)
}

const PLAN = /план|что (?:у меня|там)|распис|дела(?!\p{L})|событ|покаж|какие|agenda|schedule/u
const LIMIT = /лимит|бюджет|budget|limit/u

const PART_OF =
  /(?:^|\s)(?:day|end|start|middle|beginning|rest|first|last|close|part|most|time|half|days|weeks|months)\s*$/u

/** "spending for the year", "agenda of the day": the current one, to the end of the phrase. "the end of the month" is a day. */
const readForThe = (s: Scan, i: number): Piece | null => {
  const unit = after(s, i, oneOf('for of over'), 'the') ? UNIT_WORDS.get(wordAt(s, i + 2)) : undefined
  if (!unit || !isBoundary(s, i + 3) || PART_OF.test(s.lower.slice(0, s.tokens[i]?.start))) return null
  const found: [Day, Day] | null = unit === 'day' ? [s.today, s.today] : whole(s, unit, 0)
  return found ? range(i + 3, ...found) : null
}

/** "за неделю", "за месяц": the current one; "за 3 дня": counted back. "за час до" is no period. */
const readOver = (s: Scan, i: number): Piece | null => {
  const english = readForThe(s, i)
  if (english) return english
  const word = wordAt(s, i)
  if (word !== 'за' && word !== 'на') return null
  const number = readNumber(s, i + 1)
  const at = number?.end ?? skip(s, i + 1, WHOLE)
  const unit = UNIT_WORDS.get(wordAt(s, at))
  if (word === 'за' && after(s, i + 1, 'полгода')) return rolling(s, i + 2, 'month', 6, true)
  if (!unit || wordAt(s, at + 1) === 'до' || (word === 'на' && (number || !PLAN.test(s.lower) || LIMIT.test(s.lower))))
    return null
  if (number) return rolling(s, at + 1, unit, number.value, true)
  if (!/^(?:неделю|недельку|месяц|год|квартал|день|сутки)$/u.test(wordAt(s, at))) return null
  if (unit === 'day') return wordAt(s, at) === 'день' && word === 'за' ? range(at + 1, s.today, s.today) : null
  const found = whole(s, unit, 0)
  return found ? range(at + 1, ...found) : null
}

/** The year said after a month, or null for the nearest. */
const readYearAfter = (s: Scan, i: number): { year: number; end: number } | null => {
  const token = s.tokens[i]
  if (token?.kind === 'digits' && /^(?:19|20)\d\d$/.test(token.word))
    return { year: Number(token.word), end: skip(s, i + 1, oneOf('года году год г')) }
  const side = sideOf(s, wordAt(s, i))
  return side !== null && /^(?:года?|году|year)$/u.test(wordAt(s, i + 1))
    ? { year: s.today.year + side, end: i + 2 }
    : null
}

const monthRange = (s: Scan, month: number, year: number | null, prefer: Prefer): [Day, Day] => {
  const ahead = month - s.today.month
  const nearest = s.today.year + (prefer === 'future' ? (ahead < 0 ? 1 : 0) : ahead > 0 ? -1 : 0)
  const first = Temporal.PlainDate.from({ year: year ?? nearest, month, day: 1 })
  return [first, endOfMonth(first)]
}

const NOMINATIVE = oneOf(
  'январь февраль апрель май июнь июль август сентябрь октябрь ноябрь декабрь январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
)

/** Months that are no names of people and no verbs: "how expensive was february". */
const BARE_ENGLISH = oneOf('january february july september october november december')

/** "february expenses": what is counted month by month. */
const COUNTED_BY_MONTH =
  /^(?:expenses?|spending|spend|transactions|purchases|income|earnings|totals?|bills|payments|events|meetings|appointments|reminders|tasks|plans|calendar|outgoings)$/

/** "в марте", "за март", "in march 2025", "с января по март", "до апреля". */
const readMonth = (s: Scan, i: number): Piece | null => {
  const word = wordAt(s, i)
  const inside = IN.has(word)
  const edge = EDGE_PREPOSITIONS.has(word)
  const at = skip(s, inside || edge ? i + 1 : i, WHOLE)
  const side = sideOf(s, wordAt(s, at))
  const monthAt = side === null ? at : at + 1
  const possessive = /^[a-z]+'s$/.test(wordAt(s, monthAt))
  const name = wordAt(s, monthAt).replace(/'s$/, '')
  const month = MONTHS.get(name)
  if (month === undefined) return null
  const counted = /^[a-z]/.test(name) && COUNTED_BY_MONTH.test(wordAt(s, monthAt + 1))
  const named = possessive || counted || NOMINATIVE.has(name) || (BARE_ENGLISH.has(name) && isBoundary(s, monthAt + 1))
  if (!inside && !edge && side === null && !named) return null
  if (DOUBTFUL_MONTHS.has(name) && /^(?:мар|мая|маю|ноя|сен)$/u.test(name) && !edge) return null
  if (s.tokens[monthAt + 1]?.kind === 'digits' && Number(wordAt(s, monthAt + 1)) <= 31 && /^[a-z]/.test(name))
    return null
  const year = readYearAfter(s, monthAt + 1)
  const prefer = word === 'за' || side === -1 ? 'past' : side === 1 ? 'future' : word === 'since' ? 'past' : s.prefer
  const [from, to] = monthRange(s, month, year?.year ?? null, prefer)
  const end = year?.end ?? monthAt + 1
  if (edge) {
    const until = /^(?:по|до|to|till|until|through)$/u.test(wordAt(s, end)) ? MONTHS.get(wordAt(s, end + 1)) : undefined
    if (until !== undefined && /^(?:с|со|from)$/u.test(word)) return monthsRange(s, end + 2, month, until)
    return { kind: 'day', end, date: from }
  }
  return range(end, from, to)
}
const MONTH_ADJECTIVES =
  'январск февральск мартовск апрельск майск июньск июльск августовск сентябрьск октябрьск ноябрьск декабрьск'.split(
    ' ',
  )
/** "июльские встречи", "декабрьские расходы". */
const readMonthAdjective = (s: Scan, i: number): Piece | null => {
  const month = adjectiveOf(MONTH_ADJECTIVES, wordAt(s, i))
  return month === undefined ? null : range(i + 1, ...monthRange(s, month, null, s.prefer))
}
const monthsRange = (s: Scan, end: number, first: number, last: number): Piece => {
  const year = readYearAfter(s, end)
  const anchor =
    s.prefer === 'future'
      ? monthRange(s, last, year?.year ?? null, 'future')
      : monthRange(s, first, year?.year ?? null, 'past')
  const from =
    s.prefer === 'future' ? anchor[0].with({ day: 1 }).subtract({ months: (last - first + 12) % 12 }) : anchor[0]
  return range(year?.end ?? end, from, endOfMonth(from.add({ months: (last - first + 12) % 12 })))
}

/** "the week after next", "the week of may 4", "my week". */
const readWeekOf = (s: Scan, i: number): Piece | null => {
  const own = after(s, i, 'my', 'week') || after(s, i, oneOf('моя мою моей'), oneOf('неделя неделю неделе'))
  const later = after(s, i, 'week', 'after', 'next')
  const found = own || later ? whole(s, 'week', later ? 2 : 0) : null
  if (found) return range(own || later, ...found)
  const of = after(s, i, 'week', 'of')
  const day = of ? readNamed(s, of, of) : null
  if (day?.kind !== 'day') return null
  const monday = mondayOf(day.date)
  return range(day.end, monday, monday.add({ days: 6 }))
}

/** "в 2026 году", "за 2025 год", "in 2025". */
const readYear = (s: Scan, i: number): Piece | null => {
  const lead = IN.has(wordAt(s, i)) ? i + 1 : i
  const token = s.tokens[lead]
  if (token?.kind !== 'digits' || !/^(?:19|20)\d\d$/.test(token.word)) return null
  const named = after(s, lead + 1, oneOf('год году года г'))
  const english = /^(?:in|during)$/.test(wordAt(s, i)) && s.tokens[lead + 1]?.kind !== 'word'
  if (!named && !english) return null
  const first = Temporal.PlainDate.from({ year: Number(token.word), month: 1, day: 1 })
  return range(named || lead + 1, first, first.with({ month: 12, day: 31 }))
}

/** "в первом квартале", "q2". */
const readQuarter = (s: Scan, i: number): Piece | null => {
  const lead = skip(s, i, IN)
  const glued = wordAt(s, lead) === 'q' ? readCount(s, lead + 1) : null
  const named = glued ?? readOrdinal(s, lead) ?? readCount(s, lead)
  if (!named || named.value < 1 || named.value > 4) return null
  const end = glued ? named.end : /^(?:квартал\p{L}*|quarter)$/u.test(wordAt(s, named.end)) ? named.end + 1 : 0
  if (!end) return null
  const year = readYearAfter(s, end)
  const first = Temporal.PlainDate.from({ year: year?.year ?? s.today.year, month: named.value * 3 - 2, day: 1 })
  return range(year?.end ?? end, first, endOfMonth(first.add({ months: 2 })))
}

/** "с начала месяца", "since the beginning of the year": up to today. */
const readSinceStart = (s: Scan, i: number): Piece | null => {
  const newYear = after(s, i, 'since', 'new', oneOf("year's years year")) || after(s, i, 'с', 'нового', 'года')
  if (newYear) return range(newYear, s.today.with({ month: 1, day: 1 }), s.today)
  const of = after(s, i, 'с', 'начала') || after(s, i, 'since', 'the', oneOf('start beginning'), 'of')
  if (!of) return null
  const at = skip(s, of, oneOf('the this этого этой'))
  const unit = UNIT_WORDS.get(wordAt(s, at))
  const found = unit ? whole(s, unit, 0) : null
  if (found) return range(at + 1, found[0], s.today)
  const month = MONTHS.get(wordAt(s, at))
  const from = month === undefined ? null : nearestDate(s, month, 1, 'past')
  return from ? range(at + 1, from, s.today) : null
}

/** Days that are known to be wrong inside a period are reported, not guessed. */
export const checkedRange = (
  s: Scan,
  i: number,
  end: number,
  from: [number, number, number],
  to: [number, number, number],
): Piece => {
  const first = dateOf(...from)
  const last = dateOf(...to)
  return first && last ? range(end, first, last) : badDate(s, i, end)
}

/** A stretch of days that has a name of its own. */
export const periodRule: Rule = (s, i) =>
  readRolling(s, i) ??
  readNamedPeriod(s, i) ??
  readOver(s, i) ??
  readSinceStart(s, i) ??
  readQuarter(s, i) ??
  readMonth(s, i) ??
  readMonthAdjective(s, i) ??
  readWeekOf(s, i) ??
  readYear(s, i) ??
  (after(s, i, 'на', 'неделе') ? range(i + 2, mondayOf(s.today), mondayOf(s.today).add({ days: 6 })) : null)
