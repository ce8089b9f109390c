/** Words of the calendar and the clock, Russian and English. Data. */

const forms = <T>(entries: [T, string][]): Map<string, T> => {
  const map = new Map<string, T>()
  for (const [value, words] of entries) for (const word of words.split(' ')) map.set(word, value)
  return map
}

/** ISO day of the week, Monday 1. */
export const WEEKDAYS = forms<number>([
  [1, 'понедельник понедельника понедельнику понедельником понедельнике пн пнд понед monday mondays mon'],
  [2, 'вторник вторника вторнику вторником вторнике вт втр tuesday tuesdays tues tue'],
  [3, 'среда среду среды среде средой ср wednesday wednesdays wed weds wensday wednsday'],
  [4, 'четверг четверга четвергу четвергом четверге чт чтв thursday thursdays thurs thur thu thurday'],
  [5, 'пятница пятницу пятницы пятнице пятницей пт птн friday fridays fri'],
  [6, 'суббота субботу субботы субботе субботой сб суб saturday saturdays sat'],
  [7, 'воскресенье воскресенья воскресенью воскресеньем воскресение вс вск sunday sundays sun'],
])

/** "по понедельникам": the plural says that it repeats. */
export const WEEKDAYS_EACH = forms<number>([
  [1, 'понедельникам пн'],
  [2, 'вторникам вт'],
  [3, 'средам ср'],
  [4, 'четвергам чт'],
  [5, 'пятницам пт'],
  [6, 'субботам сб'],
  [7, 'воскресеньям вс'],
])
export const WEEKDAYS_PLURAL_EN = forms<number>([
  [1, 'mondays'],
  [2, 'tuesdays'],
  [3, 'wednesdays'],
  [4, 'thursdays'],
  [5, 'fridays'],
  [6, 'saturdays'],
  [7, 'sundays'],
])
/** Short forms that are words of their own as well: "sat down", "sun". */
export const DOUBTFUL_WEEKDAYS = new Set(['sat', 'sun', 'wed', 'mon', 'вс', 'суб'])

export const MONTHS = forms<number>([
  [1, 'январь января январе январю янв january jan'],
  [2, 'февраль февраля феврале февралю фев февр february feb febuary'],
  [3, 'март марта марте марту мар march mar'],
  [4, 'апрель апреля апреле апрелю апр april apr'],
  [5, 'май мая мае маю may'],
  [6, 'июнь июня июне июню июн june jun'],
  [7, 'июль июля июле июлю июл july jul'],
  [8, 'август августа августе августу авг august aug'],
  [9, 'сентябрь сентября сентябре сентябрю сен сент september sep sept'],
  [10, 'октябрь октября октябре октябрю окт october oct'],
  [11, 'ноябрь ноября ноябре ноябрю ноя нояб november nov'],
  [12, 'декабрь декабря декабре декабрю дек december dec'],
])
/** Month words that mean something else unless a number or a preposition says otherwise. */
export const DOUBTFUL_MONTHS = new Set(['may', 'march', 'mar', 'мар', 'мая', 'маю', 'ноя', 'сен', 'jan', 'dec', 'jun'])

/** Days from today. */
export const RELATIVE_DAYS = forms<number>([
  [-2, 'позавчера'],
  [-1, 'вчера вчерась yesterday yesterdays yestarday yday'],
  [0, 'сегодня севодня сегодян сегодна сегоня сегдня седня сёдня today todays todya tday'],
  [
    1,
    'завтра зватра завтар завта завтро tomorrow tomorrows tommorow tommorrow tomorow tomorrw tomorro tmrw tmr tmrrw tmw tomoro',
  ],
  [2, 'послезавтра послезватра послезавта'],
])

export type DayPart = 'morning' | 'day' | 'evening' | 'night'

/** "monday's", "tomorrow's". */
for (const words of [WEEKDAYS, RELATIVE_DAYS])
  for (const [word, value] of [...words]) if (/^[a-z]{5,}$/.test(word)) words.set(`${word}'s`, value)

const ADJECTIVE = 'ий яя ее юю его ей ему им ем ие их ими'.split(' ')
for (const [days, stem] of [
  [-2, 'позавчерашн'],
  [-1, 'вчерашн'],
  [0, 'сегодняшн'],
  [1, 'завтрашн'],
  [2, 'послезавтрашн'],
] as const)
  for (const ending of ADJECTIVE) RELATIVE_DAYS.set(stem + ending, days)

/** After a clock: "в семь вечера". */
export const CLOCK_PARTS = forms<DayPart>([
  ['morning', 'утра утром'],
  ['day', 'дня пополудни'],
  ['evening', 'вечера вечером'],
  ['night', 'ночи ночью'],
])
/** Alone: "вечером", "by evening". */
export const DAY_PARTS = forms<DayPart>([
  ['morning', 'утром утречком поутру morning mornings'],
  ['day', 'днем afternoon afternoons'],
  ['evening', 'вечером вечерком evening evenings'],
  ['night', 'ночью night nights'],
])
export const PART_TIME: Record<DayPart, string> = { morning: '09:00', day: '14:00', evening: '19:00', night: '23:00' }

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'quarter'
export const UNIT_WORDS = forms<Unit>([
  [
    'minute',
    'минута минуты минут минуту минуте минутам минутку минуточку минуток минутки мин минуть minute minutes min mins',
  ],
  ['hour', 'час часа часов часу часам часик часика часиков часок ч hour hours hr hrs h'],
  ['day', 'день дня дней дню денек деньков сутки суток дн day days'],
  ['week', 'неделя недели недель неделю неделе недельку неделек нед week weeks wk wks'],
  ['month', 'месяц месяца месяцев месяцу месяце мес month months'],
  ['quarter', 'квартал квартала кварталов квартале quarter quarters'],
  ['year', 'год года лет году годик year years'],
])
/** Letters too short to be a unit unless they touch their number. */
export const GLUED_UNITS = forms<Unit>([
  ['minute', 'м m'],
  ['hour', 'ч h'],
  ['day', 'д d'],
  ['week', 'w'],
])
/** "this month's". */
for (const [word, unit] of [...UNIT_WORDS])
  if (/^(?:day|week|month|quarter|year)$/.test(word)) UNIT_WORDS.set(`${word}'s`, unit)

export const UNIT_MINUTES: Record<'minute' | 'hour' | 'day' | 'week', number> = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
}

/** Adjectives that name a length: "получасовой созвон". */
export const LENGTH_WORDS = new Map<string, number>()
for (const [minutes, stem] of [
  [30, 'получасов'],
  [60, 'часов'],
  [90, 'полуторачасов'],
  [120, 'двухчасов'],
  [180, 'трехчасов'],
] as const)
  for (const ending of ['ой', 'ая', 'ую', 'ое', 'ого', 'ым']) LENGTH_WORDS.set(stem + ending, minutes)
